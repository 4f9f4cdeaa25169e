import { columnsOfKey } from './columns-of-key.ts'

const PUBLIC = "c.relnamespace = 'public'::regnamespace"
const ORDINARY = `${PUBLIC} AND c.relkind IN ('r', 'p') AND NOT c.relispartition`
const NO_COLLATION = "l.collname <> 'default'"

const TABLES = `SELECT c.relname AS name, CASE WHEN c.relowner <> d.datdba THEN c.relowner::regrole::text END AS owner,
    coalesce(c.reloptions, '{}') || CASE c.relpersistence WHEN 'u' THEN ARRAY['unlogged'] ELSE '{}' END AS storage,
    c.relrowsecurity AS security, c.relforcerowsecurity AS forced,
    ARRAY(SELECT h.inhparent::regclass::text FROM pg_inherits AS h WHERE h.inhrelid = c.oid ORDER BY h.inhseqno) AS inherits,
    pg_get_partkeydef(c.oid) AS cut,
    ARRAY(SELECT p.relname || ' ' || pg_get_expr(p.relpartbound, p.oid) FROM pg_inherits AS h
      JOIN pg_class AS p ON p.oid = h.inhrelid WHERE h.inhparent = c.oid AND p.relispartition ORDER BY p.relname) AS parts
  FROM pg_class AS c JOIN pg_database AS d ON d.datname = current_database()
  WHERE ${ORDINARY} ORDER BY c.relname COLLATE "C"`

// A sequence that belongs to a column and fills it makes the column number itself; another one is a default like any.
const COLUMNS = `SELECT c.relname AS "table", a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type,
    a.attnotnull AS notnull, pg_get_expr(f.adbin, f.adrelid) AS expression, a.attgenerated AS generated,
    a.attidentity <> '' OR EXISTS (
      SELECT 1 FROM pg_depend AS asks JOIN pg_depend AS owned ON owned.objid = asks.refobjid
      WHERE asks.classid = 'pg_attrdef'::regclass AND asks.objid = f.oid AND asks.refclassid = 'pg_class'::regclass
        AND owned.classid = 'pg_class'::regclass AND owned.deptype = 'a' AND owned.refobjid = c.oid
        AND owned.refobjsubid = a.attnum AND pg_get_expr(f.adbin, f.adrelid) LIKE 'nextval(%'
    ) AS numbered,
    CASE WHEN a.attcollation <> t.typcollation THEN l.collname END AS collation
  FROM pg_class AS c JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    JOIN pg_type AS t ON t.oid = a.atttypid LEFT JOIN pg_collation AS l ON l.oid = a.attcollation
    LEFT JOIN pg_attrdef AS f ON f.adrelid = c.oid AND f.adnum = a.attnum
  WHERE ${ORDINARY} ORDER BY c.relname COLLATE "C", a.attnum`

const INDEXES = `SELECT c.relname AS "table", x.relname AS name, i.indisunique AS unique,
    i.indisvalid AND i.indisready AND i.indislive AS valid,
    CASE k.contype WHEN 'p' THEN 'primary key' WHEN 'u' THEN 'unique' WHEN 'x' THEN 'exclusion' ELSE 'index' END AS origin,
    m.amname AS method, pg_get_expr(i.indpred, i.indrelid) AS "where", i.indnullsnotdistinct AS "nullsNotDistinct",
    ARRAY(SELECT pg_get_indexdef(i.indexrelid, place, false)
      FROM generate_series(i.indnkeyatts + 1, i.indnatts) AS place) AS include,
    coalesce(k.condeferrable, false) AS deferrable, coalesce(k.condeferred, false) AS deferred
  FROM pg_class AS c JOIN pg_index AS i ON i.indrelid = c.oid JOIN pg_class AS x ON x.oid = i.indexrelid
    JOIN pg_am AS m ON m.oid = x.relam
    LEFT JOIN pg_constraint AS k ON k.conindid = x.oid AND k.contype IN ('p', 'u', 'x') AND k.conrelid = c.oid
  WHERE ${ORDINARY}`

const INDEX_COLUMNS = `SELECT x.relname AS index, pg_get_indexdef(x.oid, place, false) AS text, a.attname AS name,
    i.indoption[place - 1] AS options,
    CASE WHEN i.indcollation[place - 1] NOT IN (0, coalesce(t.typcollation, 100)) AND ${NO_COLLATION}
      THEN l.collname END AS collation,
    CASE WHEN NOT o.opcdefault THEN o.opcname END AS "operatorClass"
  FROM pg_class AS c JOIN pg_index AS i ON i.indrelid = c.oid JOIN pg_class AS x ON x.oid = i.indexrelid
    CROSS JOIN LATERAL generate_series(1, i.indnkeyatts) AS place
    LEFT JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum = i.indkey[place - 1] AND a.attnum > 0
    LEFT JOIN pg_type AS t ON t.oid = a.atttypid
    LEFT JOIN pg_collation AS l ON l.oid = i.indcollation[place - 1]
    LEFT JOIN pg_opclass AS o ON o.oid = i.indclass[place - 1]
  WHERE ${ORDINARY} ORDER BY x.relname, place`

const ACTION = (code: string) =>
  `CASE ${code} WHEN 'r' THEN 'RESTRICT' WHEN 'c' THEN 'CASCADE' WHEN 'n' THEN 'SET NULL' WHEN 'd' THEN 'SET DEFAULT' ELSE 'NO ACTION' END`

// Constraints of partitions are those of the table that is cut.
const CONSTRAINTS = `SELECT c.relname AS "table", k.contype AS type, ${columnsOfKey('k.conkey', 'k.conrelid')} AS columns,
    p.oid::regclass::text AS parent, ${columnsOfKey('k.confkey', 'k.confrelid')} AS "references",
    ${ACTION('k.confdeltype')} AS "onDelete", ${ACTION('k.confupdtype')} AS "onUpdate", k.confmatchtype AS match,
    k.condeferrable AS deferrable, k.condeferred AS deferred, k.convalidated AS validated,
    CASE k.contype WHEN 'c' THEN pg_get_expr(k.conbin, k.conrelid) ELSE pg_get_constraintdef(k.oid) END AS definition
  FROM pg_class AS c JOIN pg_constraint AS k ON k.conrelid = c.oid LEFT JOIN pg_class AS p ON p.oid = k.confrelid
  WHERE ${ORDINARY} AND k.contype IN ('c', 'f', 'n', 'p', 'x') AND (k.contype <> 'f' OR k.conparentid = 0)`

const VIEWS = `SELECT c.relname AS name, c.relkind = 'm' AS materialized, pg_get_viewdef(c.oid) AS sql
  FROM pg_class AS c WHERE ${PUBLIC} AND c.relkind IN ('v', 'm')
    AND NOT EXISTS (SELECT 1 FROM pg_depend AS d WHERE d.objid = c.oid AND d.deptype = 'e')
  ORDER BY c.relname COLLATE "C"`

const TRIGGERS = `SELECT t.tgname AS name, c.relname AS "table", pg_get_triggerdef(t.oid) AS sql, t.tgenabled AS enabled,
    f.prosrc AS body
  FROM pg_class AS c JOIN pg_trigger AS t ON t.tgrelid = c.oid JOIN pg_proc AS f ON f.oid = t.tgfoid
  WHERE ${PUBLIC} AND NOT c.relispartition AND NOT t.tgisinternal ORDER BY t.tgname COLLATE "C", c.relname COLLATE "C"`

const PRIVILEGES = `SELECT g."table", g.role, g.right, g.column, g.grantable FROM (
    SELECT c.relname AS "table", acl.grantee, c.relowner, acl.privilege_type AS right, NULL AS column,
      acl.is_grantable AS grantable,
      CASE acl.grantee WHEN 0 THEN 'public' ELSE pg_get_userbyid(acl.grantee) END AS role
    FROM pg_class AS c CROSS JOIN LATERAL aclexplode(c.relacl) AS acl WHERE ${ORDINARY}
    UNION ALL
    SELECT c.relname, acl.grantee, c.relowner, acl.privilege_type, a.attname, acl.is_grantable,
      CASE acl.grantee WHEN 0 THEN 'public' ELSE pg_get_userbyid(acl.grantee) END
    FROM pg_class AS c JOIN pg_attribute AS a ON a.attrelid = c.oid AND NOT a.attisdropped
      CROSS JOIN LATERAL aclexplode(a.attacl) AS acl WHERE ${ORDINARY}
  ) AS g WHERE g.grantee <> g.relowner
  ORDER BY g."table" COLLATE "C", g.role COLLATE "C", g.column COLLATE "C" NULLS FIRST, g.right COLLATE "C"`

const POLICIES = `SELECT p.tablename AS "table", p.policyname AS name, p.permissive = 'PERMISSIVE' AS permissive,
    p.cmd AS command, p.roles, p.qual AS using, p.with_check AS check
  FROM pg_policies AS p WHERE p.schemaname = 'public' ORDER BY p.policyname COLLATE "C"`

const RULES = `SELECT r.tablename AS "table", r.definition AS sql FROM pg_rules AS r
  WHERE r.schemaname = 'public' ORDER BY r.rulename COLLATE "C"`

const SEQUENCES = `SELECT c.relname AS name, format_type(s.seqtypid, NULL) AS type, s.seqstart::text AS start,
    s.seqincrement::text AS increment, s.seqmin::text AS least, s.seqmax::text AS most, s.seqcycle AS cycle,
    t.relname || '.' || a.attname AS owner, t.relname AS "ownerTable"
  FROM pg_class AS c JOIN pg_sequence AS s ON s.seqrelid = c.oid
    LEFT JOIN pg_depend AS d ON d.classid = 'pg_class'::regclass AND d.objid = c.oid
      AND d.refclassid = 'pg_class'::regclass AND d.deptype IN ('a', 'i')
    LEFT JOIN pg_class AS t ON t.oid = d.refobjid
    LEFT JOIN pg_attribute AS a ON a.attrelid = t.oid AND a.attnum = d.refobjsubid
  WHERE ${PUBLIC} ORDER BY c.relname COLLATE "C"`

const EXTENSIONS = "SELECT extname AS name FROM pg_extension WHERE extname <> 'plpgsql' ORDER BY 1"

/** What is asked of pg_catalog, by the kind of object. */
export const CATALOG_SQL = {
  tables: TABLES,
  columns: COLUMNS,
  indexes: INDEXES,
  indexColumns: INDEX_COLUMNS,
  constraints: CONSTRAINTS,
  views: VIEWS,
  triggers: TRIGGERS,
  privileges: PRIVILEGES,
  policies: POLICIES,
  rules: RULES,
  sequences: SEQUENCES,
  extensions: EXTENSIONS,
} as const
