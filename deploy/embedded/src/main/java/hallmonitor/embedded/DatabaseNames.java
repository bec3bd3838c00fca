package hallmonitor.embedded;

import hallmonitor.contract.event.TopicPrefix;

/**
 * What the database and the services' roles are called. Schemas have the same names in each
 * database; roles belong to the whole server, so each district on a shared one has its own.
 *
 * @param database one for each district: no role of another may connect to it
 * @param beforeRoles what the names of its roles begin with
 */
public record DatabaseNames(String database, String beforeRoles) {
  /** For a district with a server of its own. */
  public static final DatabaseNames ALONE = new DatabaseNames(EmbeddedDatabase.DATABASE, "");

  /**
   * Returns those of a district on a shared server.
   *
   * @param id such that it needs no quoting in SQL, see {@link TopicPrefix#isId}
   * @throws IllegalArgumentException if it is no id
   */
  public static DatabaseNames ofDistrict(String id) {
    TopicPrefix.ofDistrict(id);
    return new DatabaseNames(EmbeddedDatabase.DATABASE + "_" + id, id + "_");
  }

  /** Returns the name with which a service signs in. */
  public String role(DatabaseRole role) {
    return beforeRoles + role.sqlName();
  }
}
