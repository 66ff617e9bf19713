"""Pictures and words made of finished values: SVG, GeoJSON, charts, text."""
