/** SQL for the names of a key's columns in its order, as an array. @param numbers SQL for the columns' numbers */
export function columnsOfKey(numbers: string, table: string): string {
  return `ARRAY(SELECT a.attname FROM unnest(${numbers}) WITH ORDINALITY AS n (attnum, place)
    JOIN pg_attribute AS a ON a.attrelid = ${table} AND a.attnum = n.attnum ORDER BY n.place)`
}
