"""From files of records to data sets: reading, exporting, pseudonyms, and a folder to publish."""
