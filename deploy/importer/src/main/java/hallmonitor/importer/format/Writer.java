package hallmonitor.importer.format;

/**
 * The owner of an export, and so who wrote what is in it.
 *
 * @param id the platform's id; empty if the export does not tell
 * @param name as readers see it; may be empty
 */
public record Writer(String id, String name) {
  Writer withId(String known) {
    return new Writer(known, name);
  }
}
