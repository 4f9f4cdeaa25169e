DROP TABLE skill_snapshots;
