package hallmonitor.moderation.drafting;

import java.util.Optional;

/**
 * What a file that is in force in one folder means beside the versions that are known. Pure.
 *
 * <p>The file is the interface: an operator who edits it changes what is in force, and that is
 * noted as a version of its own. What is published goes into every folder that does not have it
 * yet.
 */
enum FileStatus {
  /** The file is the newest version. */
  SETTLED,
  /** The newest version has yet to go into this folder. */
  BEHIND,
  /** Somebody changed the file by hand. */
  CHANGED_BY_HAND;

  /**
   * @param file the version that is in force in this folder
   * @param absent whether there is no file
   * @param newest the newest that is known; absent at the first start
   * @param known whether the file's version is among those known
   * @param held the id of the newest version that this folder was seen with; absent for a folder
   *     that is new
   */
  static FileStatus of(
      String file,
      boolean absent,
      Optional<DocumentVersion> newest,
      boolean known,
      Optional<Long> held) {
    // A file that was never there is not one that somebody took away.
    boolean neverThere = absent && held.isEmpty();
    if (newest.isEmpty()) {
      return neverThere ? SETTLED : CHANGED_BY_HAND;
    }
    if (newest.get().version().equals(file)) {
      return SETTLED;
    }
    boolean hadNewest = held.filter(id -> id >= newest.get().id()).isPresent();
    // An old text in a folder that once had the newest was put back by a person.
    return neverThere || (known && !hadNewest) ? BEHIND : CHANGED_BY_HAND;
  }
}
