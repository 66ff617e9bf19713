"""The career map without a screen: reading, graph, gaps, journeys, drawing."""
