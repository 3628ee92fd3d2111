import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The questions of aggregate.py put to a store, in its own SQL; prints the best of three.
 *
 * <pre>java -cp "cli/target/app/lib/*" benchmarks/peers/Aggregate.java made-up.duckdb</pre>
 */
public class Aggregate {
  public static void main(String[] args) throws SQLException {
    Map<String, String> questions = new LinkedHashMap<>();
    questions.put(
        "month and dyad",
        "SELECT 12 * year(day) + month(day) AS month, source_code, target_code, count(*),"
            + " sum(goldstein) FROM events WHERE duplicate_of IS NULL GROUP BY ALL");
    questions.put(
        "busiest dyads",
        "SELECT source_code, target_code, count(*) AS n, sum(goldstein), avg(goldstein) FROM events"
            + " WHERE duplicate_of IS NULL AND source_code <> target_code GROUP BY ALL"
            + " ORDER BY n DESC, source_code, target_code LIMIT 20");
    questions.put(
        "one dyad by month",
        "SELECT 12 * year(day) + month(day) AS month, count(*), sum(goldstein) FROM events"
            + " WHERE duplicate_of IS NULL AND source_code = 'USA' AND target_code = 'TWN'"
            + " GROUP BY ALL ORDER BY month");
    questions.put(
        "page of a filter",
        "SELECT * EXCLUDE (json) FROM events WHERE duplicate_of IS NULL AND source_code = 'USA'"
            + " AND type IN ('ASSAULT', 'COERCE') AND time_to >= DATE '2015-01-01'"
            + " ORDER BY coalesce(time_from, time_to) NULLS LAST, document, n LIMIT 100");
    try (var connection = DriverManager.getConnection("jdbc:duckdb:" + args[0]);
        Statement statement = connection.createStatement()) {
      for (Map.Entry<String, String> question : questions.entrySet()) {
        double best = Double.MAX_VALUE;
        int rows = 0;
        for (int time = 0; time < 3; time++) {
          long start = System.nanoTime();
          rows = 0;
          try (ResultSet result = statement.executeQuery(question.getValue())) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
              rows++;
              for (int column = 1; column <= columns; column++) {
                result.getObject(column);
              }
            }
          }
          best = Math.min(best, (System.nanoTime() - start) / 1e9);
        }
        System.out.printf("%-18s %-24s %8.3f s %,9d rows%n", "store", question.getKey(), best, rows);
      }
    }
  }
}
