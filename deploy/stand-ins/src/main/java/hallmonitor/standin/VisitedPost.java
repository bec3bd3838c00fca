package hallmonitor.standin;

/** A post that a test's visitors and people with a browser write under. */
interface VisitedPost extends Visitors, ShownPost {
  /** Returns the person that writes in tests. */
  Person visitor();

  @Override
  default String comment(String text) {
    return write(visitor(), "", text, "");
  }

  @Override
  default String reply(String to, String text) {
    return write(visitor(), to, text, "");
  }

  /** Writes as a person that the platform does not name, or no longer. */
  default String commentOfNobody(String text) {
    return write(new Person("", ""), "", text, "");
  }
}
