/** The size of the database in bytes, as `bytes`, by whichever connection asks. */
export const SIZE_QUERY = 'SELECT pg_database_size(current_database()) AS bytes'
