package hallmonitor.moderation.drafting;

import java.util.Optional;

/**
 * Compares a folder's current file with the known versions. Pure.
 *
 * <p>The file is the interface: an operator who edits it changes what applies, and that is recorded
 * as a separate version. A published version goes to every folder that does not have it yet.
 */
enum FileStatus {
  /** The file is the newest version. */
  SETTLED,
  /** The newest version still has to be written to this folder. */
  BEHIND,
  /** Someone changed the file manually. */
  CHANGED_BY_HAND;

  /**
   * Returns the status.
   *
   * @param file this folder's current version
   * @param absent whether there is no file
   * @param newest the newest known version; absent at the first start
   * @param known whether the file's version is known
   * @param held id of the newest version that this folder had; absent for a new folder
   */
  static FileStatus of(
      String file,
      boolean absent,
      Optional<DocumentVersion> newest,
      boolean known,
      Optional<Long> held) {
    // A file that never existed was not removed by anyone.
    boolean neverThere = absent && held.isEmpty();
    if (newest.isEmpty()) {
      return neverThere ? SETTLED : CHANGED_BY_HAND;
    }
    if (newest.get().version().equals(file)) {
      return SETTLED;
    }
    boolean hadNewest = held.filter(id -> id >= newest.get().id()).isPresent();
    // An old text in a folder that once had the newest was restored by a person.
    return neverThere || (known && !hadNewest) ? BEHIND : CHANGED_BY_HAND;
  }
}
