"""``python -m korea_nato`` is the command ``korea-nato``."""

from korea_nato._cli import main

if __name__ == "__main__":
    raise SystemExit(main())
