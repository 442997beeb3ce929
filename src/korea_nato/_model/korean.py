"""What a Korean noun may end in and still be that noun."""

import re

HANGUL = "가-힣"
# Nouns that it is written together with.
NOUNS = "분야|협력|부문|문제|훈련|정책|역량|강화|대응"
PARTICLES = (
    "은|는|이|가|을|를|의|와|과|와의|과의|와는|과는|도|만|만의|만을|뿐|마저|조차|밖에|처럼|보다|마다|대로|만큼|랑|이랑"
    "|등|등의|등을|등과|등에|까지|까지의|부터|부터의|이나|나|이며|며|이자|다|이다|이고|고|란|이란|라는|이라는|라고|이라고"
    "|라며|이라며|라면|이라면|로|으로|로의|으로의|로서|으로서|로써|으로써|로는|으로는|로도|으로도|로만|으로만"
    "|에|에서|에도|에는|에만|에선|에서는|에서의|에서도|에서만|에서부터|에까지|에서까지|에의|에게|에게는|에게서|에겐|께|께서|한테"
)
_ENDING = re.compile(f"(?<=[{HANGUL}a-z0-9]{{2}})(?:{PARTICLES})$")


def stem(word: str) -> str:
    """Return a word without the particle at its end, where two letters or more stand before that.

    >>> stem("사이버안보를"), stem("협의")
    ('사이버안보', '협의')
    """
    return _ENDING.sub("", word)
