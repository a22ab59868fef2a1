"""What every reader of content says of a file it cannot use; by itself, since the window waits for a few of them."""

from __future__ import annotations


class WrongContent(ValueError):
    """A content file that is not as it must be; the message names the file and what is wrong in it."""
