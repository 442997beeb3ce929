"""What PyInstaller asks of the package, so that a program built with it is whole."""

from pathlib import Path


def hook_dirs() -> list[str]:
    """Return the folder of the hooks, as the entry point ``pyinstaller40`` is asked for it."""
    return [str(Path(__file__).parent)]
