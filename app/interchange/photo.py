"""A photo made fit to keep: turned upright, at most 2,048 pixels, and nothing but its picture."""

import warnings
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from app.errors import KnownError
from app.interchange.files import read_at_most

if TYPE_CHECKING:
    from PIL.Image import Image

MAX_FILE_BYTES = 100 * 1024 * 1024
MAX_PIXELS = 80_000_000
MAX_SIDE = 2048
FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "BMP", "TIFF")


def load_photo(path: Path) -> bytes:
    """Read a photo file and clean it; a file over 100 MB is not read at all.

    Raises:
        KnownError: photo.too_big, photo.unreadable, photo.too_many_pixels.
    """
    return clean_photo(
        read_at_most(path, MAX_FILE_BYTES, too_big="photo.too_big", unreadable="photo.unreadable")
    )


def clean_photo(data: bytes) -> bytes:
    """Return the picture alone as JPEG: no EXIF, so no place and no camera, and upright.

    Raises:
        KnownError: photo.too_big (over 100 MB), photo.unreadable (no picture, or damaged),
            photo.too_many_pixels (more pixels than any camera needs: it may be a trap).
    """
    if len(data) > MAX_FILE_BYTES:
        raise KnownError("photo.too_big", megabytes=MAX_FILE_BYTES // 1024**2)
    from PIL import Image

    try:
        with warnings.catch_warnings():
            # Damaged EXIF is no loss here, and the size is checked below.
            warnings.simplefilter("ignore")
            with Image.open(BytesIO(data), formats=FORMATS) as photo:
                return _jpeg(photo)
    except Image.DecompressionBombError:
        raise KnownError("photo.too_many_pixels") from None
    except (OSError, ValueError, SyntaxError, EOFError, OverflowError, KeyError, TypeError):
        # Pillow's decoders answer damaged bytes with any of these.
        raise KnownError("photo.unreadable") from None


def _jpeg(photo: "Image") -> bytes:
    if photo.width * photo.height > MAX_PIXELS:
        raise KnownError("photo.too_many_pixels")
    from PIL import ImageOps

    photo.draft("RGB", (MAX_SIDE, MAX_SIDE))
    upright = ImageOps.exif_transpose(photo)
    picture = _on_white(upright)
    picture.thumbnail((MAX_SIDE, MAX_SIDE))
    picture.info.clear()
    target = BytesIO()
    picture.save(target, "JPEG", quality=85, optimize=True)
    return target.getvalue()


def _on_white(photo: "Image") -> "Image":
    """Return the photo in colour, white where it is transparent."""
    from PIL import Image

    if not photo.has_transparency_data:
        return photo.convert("RGB")
    layer = photo.convert("RGBA")
    white = Image.new("RGBA", layer.size, "white")
    return Image.alpha_composite(white, layer).convert("RGB")
