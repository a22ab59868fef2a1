"""The cellar: the one SQLite file, its schema, a store for each topic, search, and backups. The only room with SQL.

Never here: rules of the domain, Qt, or an error that holds a word a person wrote.
"""
