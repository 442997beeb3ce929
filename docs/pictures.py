"""Draws the pictures that README and docs show: ``python docs/pictures.py``, after the data have changed."""

from pathlib import Path

from korea_nato import IPCP, ITPP, events, plot

PICTURES = Path(__file__).parent / "pictures"
# Narrow enough that a phone, which draws them smaller, leaves their letters legible.
WIDTH = 520


def main() -> None:
    """Write each picture as SVG."""
    PICTURES.mkdir(exist_ok=True)
    plot.save(plot.timeline(events(), width=WIDTH), PICTURES / "timeline.svg")
    plot.save(plot.flow(IPCP, ITPP, width=WIDTH), PICTURES / "flow.svg")
    plot.save(plot.coverage(width=WIDTH), PICTURES / "coverage.svg")


if __name__ == "__main__":
    main()
