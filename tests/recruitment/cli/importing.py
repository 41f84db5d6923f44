"""Sources to import, and the import of them into a warehouse of one's own."""

from pathlib import Path

from recruitment.cli.main import run

CANDIDATES = """\
Candidate ID,Stage,Status,Sex,Ethnic origin
1,Application,Passed,Female,Indian
1,Telephone interview,Failed,Female,Indian
2,Application,Failed,Male,White
3,Application,Pending,Male,White
"""
COUNTS = """\
stage,outcome,characteristic,category,candidates
Application,entered,sex,Female,40
Application,entered,sex,Male,60
Application,failed,sex,Female,10
Application,failed,sex,Male,20
Telephone interview,entered,sex,Female,30
Telephone interview,entered,sex,Male,{men}
"""
WORKFORCE = """\
unit,as_at,role,characteristic,category,headcount
Own Police,2025-03-31,Police officer,sex,Female,{women}
Own Police,2025-03-31,Police officer,sex,Male,60
"""


def file_beside(db: Path, name: str, text: str) -> str:
    """Write a source beside a warehouse; return its path."""
    path = db.with_name(name)
    path.write_text(text, encoding="utf-8")
    return str(path)


def import_into(db: Path, source: str, *more: str) -> int:
    """Import a source; return the exit code."""
    return run(["import", source, "--db", str(db), *more])
