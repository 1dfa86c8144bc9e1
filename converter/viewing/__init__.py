"""Documents to look at: one offline page, a comparison, a series, an index, and the terminal."""
