"""What a crash may leave behind: where it happened, never what somebody had written."""

import sys
import threading
import traceback


def keep_private() -> None:
    """Let no error's message reach a log, and no memory a crash report."""
    sys.excepthook = lambda _, error, __: tell(error)
    threading.excepthook = lambda args: tell(args.exc_value)
    sys.unraisablehook = lambda args: tell(args.exc_value)
    _dump_no_memory()


def tell(error: BaseException | None) -> None:
    """Write to the error stream which error it is and where, without its message.

    A message may hold a value: a name that could not be decoded, a key that was not found.
    """
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        where = "".join(traceback.format_tb(error.__traceback__))
        print(f"{type(error).__qualname__}\n{where}", file=sys.stderr, flush=True)
        error = error.__cause__ or error.__context__


def _dump_no_memory() -> None:
    if sys.platform == "win32":
        import ctypes

        without_fault_box = 0x0002
        ctypes.windll.kernel32.SetErrorMode(without_fault_box)
    else:
        import resource

        # One byte, not none: Linux then leaves out the programs too that collect dumps.
        _, most = resource.getrlimit(resource.RLIMIT_CORE)
        limit = 0 if most == 0 else 1
        resource.setrlimit(resource.RLIMIT_CORE, (limit, limit))
