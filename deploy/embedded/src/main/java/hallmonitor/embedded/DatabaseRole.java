package hallmonitor.embedded;

import java.util.Locale;

/** A service's own database role, which owns the schema of the same name and sees no other. */
public enum DatabaseRole {
  INGEST,
  MODERATION,
  NOTIFIER;

  /** The role's and the schema's name. */
  public String sqlName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException if no role has this name; the message lists those that exist
   */
  public static DatabaseRole named(String sqlName) {
    for (DatabaseRole role : values()) {
      if (role.sqlName().equals(sqlName)) {
        return role;
      }
    }
    throw new IllegalArgumentException(
        "no database role is called '" + sqlName + "'; there are ingest, moderation and notifier");
  }
}
