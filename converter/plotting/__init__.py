"""A panel as pictures: targets against outcomes over the years, as SVG, PNG or an offline HTML page."""
