package hallmonitor.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.embedded.DatabaseNames;
import hallmonitor.embedded.DatabasePasswords;
import hallmonitor.embedded.DatabaseRoles;
import hallmonitor.settings.tool.ToolFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes roles and schemas on a PostgreSQL that someone else runs.
 *
 * @param server host and port
 * @param names of the district's database and roles
 * @param secrets the folder with a file {@code database-NAME} for the password of each role
 * @param patience how long the server may still be starting
 */
record DatabasePreparation(String server, DatabaseNames names, Path secrets, Duration patience) {
  private static final List<String> ROLES = List.of("postgres", "ingest", "moderation", "notifier");

  private static final long BETWEEN_LOOKS_MILLIS = 1_000;

  /**
   * @throws ToolFailure if a password is missing, or the server does not answer or refuses it,
   *     saying what to do
   */
  void carryOut() throws IOException {
    DatabasePasswords passwords = passwords();
    if (!accepts(passwords)) {
      throw new ToolFailure(
          "No PostgreSQL takes connections at %s within %d s. Does it run, and may this machine reach it?"
              .formatted(server, patience.toSeconds()));
    }
    try {
      DatabaseRoles.create(server, names, passwords);
    } catch (SQLException e) {
      throw new ToolFailure(
          "The database at %s refuses the user postgres (%s). Put the password that the server was made with into %s."
              .formatted(server, e.getMessage(), file("postgres")));
    }
  }

  private boolean accepts(DatabasePasswords passwords) {
    long deadline = System.nanoTime() + patience.toNanos();
    try {
      while (!DatabaseRoles.accepts(server, passwords)) {
        if (System.nanoTime() > deadline) {
          return false;
        }
        Thread.sleep(BETWEEN_LOOKS_MILLIS);
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private DatabasePasswords passwords() throws IOException {
    Map<String, String> read = new HashMap<>();
    for (String role : ROLES) {
      read.put(role, password(file(role)));
    }
    return DatabasePasswords.from(read::get);
  }

  private Path file(String role) {
    return secrets.resolve("database-" + role);
  }

  private static String password(Path file) throws IOException {
    try {
      String text = Files.readString(file, UTF_8).strip();
      if (text.isEmpty()) {
        throw new ToolFailure(file + " is empty: put a password into it.");
      }
      return text;
    } catch (NoSuchFileException e) {
      throw new ToolFailure(
          "There is no %s. deploy/new-installation makes all of them, or write one: openssl rand -hex 24 > %s"
              .formatted(file, file));
    }
  }
}
