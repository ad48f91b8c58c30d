"""The report: one self-contained page that shows what files of records hold."""
