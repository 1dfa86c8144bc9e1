"""How the Word and PDF fixtures were made: recipes over the seeds, written by LibreOffice."""
