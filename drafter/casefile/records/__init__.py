"""From the pages of a case file to its record index."""

from drafter.casefile.records.index import RecordIndex, index_records, mark_after_ur

__all__ = ["RecordIndex", "index_records", "mark_after_ur"]
