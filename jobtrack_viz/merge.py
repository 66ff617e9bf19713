"""Three frameworks become one: what an edited copy changed, on what was published since."""
