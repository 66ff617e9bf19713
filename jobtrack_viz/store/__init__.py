"""The store: versions, drafts, people; the only room that knows its database."""
