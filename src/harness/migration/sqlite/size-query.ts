/** The size of the database in bytes, as `bytes`, by whichever connection asks. */
export const SIZE_QUERY =
  'SELECT page_count * page_size AS bytes FROM pragma_page_count(), pragma_page_size()'
