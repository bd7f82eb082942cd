"""How often, in words: the same in a finding, on the screen and in a letter."""

from app.domain.values import Extent
from app.texts import Texts


def extent_words(extent: Extent | None, texts: Texts) -> str:
    """Say how often: 1-2 gange om ugen, hver 14. dag, efter behov."""
    if extent is None:
        return ""
    if extent.unit in ("once", "as_needed"):
        return texts.message(f"extent.{extent.unit}")
    if extent.times == 1 and extent.up_to is None and extent.every > 1:
        key = (
            "extent.fortnight"
            if (extent.every, extent.unit) == (2, "week")
            else (f"extent.every_{extent.unit}")
        )
        return texts.message(key, every=extent.every)
    times = f"{extent.times}-{extent.up_to}" if extent.up_to else str(extent.times)
    number = "one" if times == "1" else "many"
    if extent.every > 1:
        return texts.message(f"extent.times_in.{extent.unit}", times=times, every=extent.every)
    return texts.message(f"extent.times.{extent.unit}.{number}", times=times)
