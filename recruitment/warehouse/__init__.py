"""The tables that every command reads, and the one file in which a user keeps their own.

    create           make an empty warehouse
    open_warehouse   read one, or the published figures, with no way to any other file or network
    change           write to one: whole or not at all
    backup           copy one, verified
    adopt            trust one that something else has touched

A warehouse is three files side by side, for their owner alone: ``FILE``, a DuckDB database;
``FILE.manifest``, which says what ``FILE`` must be, because DuckDB opens a file that has lost its
last changes without a word; and ``FILE.lock``, which whoever writes holds, and which stays. Once
something of it was published there is a fourth, ``FILE.ledger``: see `recruitment.publishing`.
"""

from recruitment.warehouse.adopting import adopt as adopt
from recruitment.warehouse.changing import change as change
from recruitment.warehouse.connections import SCHEMA_VERSION as SCHEMA_VERSION
from recruitment.warehouse.copying import backup as backup
from recruitment.warehouse.creating import create as create
from recruitment.warehouse.opening import open_warehouse as open_warehouse
