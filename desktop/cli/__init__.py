"""The terminal face: `hearth ask`, `chat`, `doctor`, `export`, `import`, `vault`; on the `Assistant`, without Qt."""
