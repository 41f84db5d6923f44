"""Numbers of a workbook as it shows them: 0.1941 under the format ``0.00%`` is 19.41%."""

import math
import re
from decimal import ROUND_HALF_UP, Decimal

# The formats that have a number and no text of their own (ECMA-376, 18.8.30).
BUILT_IN = {
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    9: "0%",
    10: "0.00%",
    37: "#,##0 ;(#,##0)",
    38: "#,##0 ;(#,##0)",
    39: "#,##0.00;(#,##0.00)",
    40: "#,##0.00;(#,##0.00)",
}
GENERAL_WIDTH = 11
# What Excel allows.
LONGEST = 255
PART = re.compile(r'"([^"]*)"|\\(.)|[_*].|\[\$([^\]-]*)[^\]]*\]|\[[A-Za-z0-9]+\]|([0#?.,]+)|(.)')
SECTION = re.compile(r'((?:"[^"]*"|\\.|\[[^\]]*\]|[^;"\\\[])*)(?:;|$)')
# Conditions, fractions, powers, dates and text: shown as plain numbers.
UNKNOWN = re.compile(r"\[[<>=]|[/@Ee]|[dmyhsDMYHS]|General", re.IGNORECASE)
LITERAL = re.compile(
    r'"[^"]*"|\\.|[_*].|\[\$[^\]]*\]|\[(?:Black|Blue|Cyan|Green|Red|White|Yellow)\]'
)


def shown(value: float, code: str = "") -> str:
    """Return ``value`` as a workbook shows it under the number format ``code``.

    Decimals, thousands, percent signs, literal text and sections for negative numbers and zero are
    followed, rounding half-up as Excel does; any other format gives the plain number.

    >>> shown(0.1941, "0.00%"), shown(1919, "#,##0"), shown(36.0), shown(-0.0343, '+0.0%;-0.0%')
    ('19.41%', '1,919', '36', '-3.4%')
    """
    section, positive = _section(value, code if len(code) <= LONGEST else "")
    if not section or not math.isfinite(value) or UNKNOWN.search(LITERAL.sub("", section)):
        return general(value)
    return _filled(Decimal(f"{abs(value):.15g}"), section, minus=value < 0 and not positive)


def general(value: float) -> str:
    """Return ``value`` as a cell without a format shows it, up to eleven characters wide.

    >>> general(546.0), general(1 / 3), general(0.1)
    ('546', '0.333333333', '0.1')
    """
    if not math.isfinite(value):
        return str(value)
    if value == int(value) and abs(value) < 10**GENERAL_WIDTH:
        return str(int(value))
    places = GENERAL_WIDTH - 1 - len(str(int(abs(value))))
    if places < 1 or abs(value) < 10**-4:
        return f"{value:.6g}"
    return f"{value:.{places}f}".rstrip("0").rstrip(".")


def _section(value: float, code: str) -> tuple[str, bool]:
    # The section for this value, and whether it writes the minus itself.
    sections = [each for each in SECTION.findall(code) if each] if ";" in code else [code]
    if value < 0 and len(sections) > 1:
        return sections[1], True
    if value == 0 and len(sections) > len(["positive", "negative"]):
        return sections[2], True
    return sections[0] if sections else "", False


def _filled(value: Decimal, section: str, *, minus: bool) -> str:
    parts = PART.findall(section)
    digits = "".join(digit for *_, digit, _ in parts)
    percents = sum(1 for *_, other in parts if other == "%")
    number = _number(value.scaleb(2 * percents), digits)
    texts: list[str] = []
    for quoted, escaped, currency, digit, other in parts:
        texts.append(quoted or escaped or currency or (number if digit else other))
        number = "" if digit else number
    negative = minus and any(each in "123456789" for each in "".join(texts))
    return f"{'-' if negative else ''}{''.join(texts)}".strip()


def _number(value: Decimal, digits: str) -> str:
    whole, _, after = digits.partition(".")
    scaled = value.scaleb(-3 * (len(whole) - len(whole.rstrip(","))))
    decimals = sum(1 for each in after if each in "0#?")
    needed = sum(1 for each in after if each == "0")
    rounded = scaled.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    front, _, back = f"{rounded:f}".partition(".")
    back = back[:needed] + back[needed:].rstrip("0")
    front = front.zfill(whole.count("0")) if front != "0" or "0" in whole else ""
    grouped = f"{int(front):,}" if front and "," in whole.rstrip(",") else front
    return f"{grouped}.{back}" if back else grouped
