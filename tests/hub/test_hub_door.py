"""The door of the hub: what is said through it goes out at once."""

import asyncio
import socket
from functools import partial

import pytest

from app.hub.serve import door_at


async def _delay_of(address: tuple[str, int], door: socket.socket) -> int:
    """Let somebody in at the door; return whether small answers wait for each other."""
    found: asyncio.Future[int] = asyncio.get_running_loop().create_future()

    async def let_in(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        line = writer.get_extra_info("socket")
        found.set_result(line.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))
        writer.close()

    async with await asyncio.start_server(let_in, sock=door):
        _, writer = await asyncio.open_connection(*address)
        told = await found
        writer.close()
        await writer.wait_closed()
    return told


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_an_answer_does_not_wait_until_its_head_was_acknowledged(host: str) -> None:
    with door_at(host, 0) as door:
        assert asyncio.run(partial(_delay_of, door.getsockname()[:2], door)()) == 1
