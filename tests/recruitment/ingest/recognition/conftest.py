"""A document from a few lines of text, and a small report with errors planted in it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from recruitment.ingest.blocks import Document
from recruitment.ingest.plain_text import blocks_of_text, lines_of
from recruitment.ingest.recognition.report import Recognised, recognised

Reads = Callable[[str], Recognised]

REPORT = """Recruitment campaigns

ZZ23 PC Recruitment Campaign

- 8. A total of 240 people applied. The table outlines the monitoring data.

\tTOTAL\tBAME\t\tFEMALE\tĒ\tLGBT+\t\tDISABI\tLITY
Applications\t240\t48\tBlank 12\t80\tBlank 6\t20\tBlank 9\t10\tBlank 4
% of total\t\t20%\t5%\t33.33%\t2.5%\t8.33%\t3.75%\t4.17%\t1.67%
Pre-sift unsuccessful\t40\t10\tBlank 2\t12\tBlank 1\t4\tBlank 1\t2\tBlank 0
% of total\t\t25%\t5%\t30%\t2.5%\t10%\t2.5%\t5%\t0
Telephone interview\t200\t38\tBlank 10\t68\tBlank 5\t16\tBlank 8\t8\tBlank 4
% of total\t\t19%\t5%\t28.33%\t2.5%\t8%\t4%\t4%\t2%
Tel. interview\t100\t20\tBlank\t30\tBlank\t8\tBlank\t4\tBlank
unsuccessful\t\t\t5\t\t3\t\t4\t\t2
% of total\t\t20%\t5%\t30%\t3%\t8%\t4%\t4%\t2%
Interview booked\t10\t2\tBlank 0\t4\tBlank 0\t1\tBlank 0\t0\tBlank 0
% of total\t\t20%\t0\t40%\t0\t10%\t0\t0\t0
Assessment Centre\t90\t16\tBlank 5\t34\tBlank 2\t7\tBlank 4\t4\tBlank 2
% of total\t\t17.78%\t5.56%\t37.78%\t2.22%\t7.78%\t4.44%\t4.44%\t2.22%
Assessment Centre Successful\t60\t10\tBlank 3\t24\tBlank 1\t5\tBlank 3\t3\tBlank 1
% of total\t\t16.67%\t5%\t40%\t1.67%\t8.33%\t5%\t5%\t1.67%
Assessment Centre Rejected\t30\t6\tBlank 2\t10\tBlank 1\t2\tBlank 1\t1\tBlank 1
% of total\t\t20%\t6.67%\t33.33%\t3.33%\t6.67%\t3.33%\t3.33%\t3.33%

The monitoring data of the pre-employment checks is below:

\tTOTAL\tBAME\t\tFEMALE\t\tLGBT+\t\tDisabilit\t\u0423
AC successful/ pre-employment checks\t20\t4\tBlank 1\t8\tBlank 0\t2\tBlank 1\t1\tBlank 0
% of total\t\t20%\t5%\t40%\t0\t10%\t5%\t5%\t0
Pre-employment checks unsuccessful\t5\t1\tBlank 0\t2\tBlank 0\t0\tBlank 0\t0\tBlank 0
% of total\t\t20%\t0\t40%\t0\t0\t0\t0\t0
Offer\t35\t5\tBlank 2\t14\tBlank 1\t3\tBlank 2\t2\tBlank 1
% of total\t\t14.29%\t5.71%\t40%\t2.86%\t8.57%\t5.71%\t5.71%\t2.86%

9. **BAME**

Application\t20%
Telephone interview\t19%
SEARCH assessment\t17.87%
centre\t
Pre-employment\tNot available %

There is a **-2.13%** percentage change so far.

Leavers & Joiners

10. The following charts show leavers.

Ethnicity\tBAME\tNot Stated\tWhite\tTotal
Police Officer Leavers 2010 - 2020\t10\t5\t85\t90
Ethnicity (%)\tBAME\tNot Stated\tWhite\tTotal
Police Officer Leavers 2010 \u2013 2020 (%)\t10%\t5%\t85%\t100%

Ethnicity\tBAME\tNot Stated\tWhite\tTotal
Police Officer joiners 2010 - 2020\t30\t10\t160\t200
Ethnicity (%)\tBAME\tNot Stated\tWhite\tTotal
Police Officer joiners 2010 - 2020\t15%\t5%\t80%\t100%

11. The proportion of BAME joiners (15%) is higher. ZZ23 has a BAME application rate at 21%.

12. The headcount is below.

\tHeadcount\t
\t2017\t2021
Officers\t1,919\t2,271 (+18%)
Staff\t1,499\t1,623 (+9)
"""


def read_text(text: str) -> Recognised:
    return recognised(Document("draft.txt", tuple(blocks_of_text(lines_of(text)))))


@pytest.fixture
def read() -> Reads:
    return read_text


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "draft.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path
