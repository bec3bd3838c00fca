package hallmonitor.local.practice;

import hallmonitor.standin.SchoolPost;
import java.time.Instant;
import java.util.Locale;

/** The platforms, beside the blog, on which the school can be found in the practice town. */
public enum TownPlatform {
  FACEBOOK(
      "Facebook",
      "Hidden: only you and your friends still see it.",
      "A hidden comment is still seen by its author and the author’s friends.",
      "Facebook reports each comment at once, and Hall Monitor reads it then. It reads again after"
          + " five seconds at the earliest.",
      8_000,
      new SchoolPost(
          "Game day",
          "Game day on Friday! Kick-off is at 7 p.m. on the home field. Gates open at 6, the"
              + " marching band plays at 6:40, and the senior class runs the concession stand. Go"
              + " Mavericks!",
          Instant.parse("2026-09-14T13:30:00Z"))),
  YOUTUBE(
      "YouTube",
      "",
      "A hidden comment is held for review: nobody sees it until the channel publishes it.",
      "Google counts what Hall Monitor asks in a day, so it looks at YouTube two to ten times a"
          + " minute. Give it a moment.",
      10_000,
      new SchoolPost(
          "Board meeting: the draft budget for next year",
          "The Board of Education talks about the draft budget: bus routes, class sizes, and the"
              + " roof of the gym. Comments are open, and disagreement is welcome.",
          Instant.parse("2026-09-15T21:00:00Z"))),
  BLUESKY(
      "Bluesky",
      "",
      "A hidden reply is folded away. Readers can still open it.",
      "Hall Monitor asks Bluesky for news every second or so.",
      300,
      new SchoolPost(
          "Science fair",
          "64 projects filled the gym at the science fair. First place went to a water filter made"
              + " from walnut shells, and the crowd’s favorite was a potato that powers a radio.",
          Instant.parse("2026-09-16T17:15:00Z")));

  private final String text;
  private final String toAuthor;
  private final String hiding;
  private final String reading;
  private final int mostCharacters;
  private final SchoolPost post;

  TownPlatform(
      String text,
      String toAuthor,
      String hiding,
      String reading,
      int mostCharacters,
      SchoolPost post) {
    this.text = text;
    this.toAuthor = toAuthor;
    this.hiding = hiding;
    this.reading = reading;
    this.mostCharacters = mostCharacters;
    this.post = post;
  }

  /** Returns the path of its page, which begins with a slash. */
  public String path() {
    return "/" + name().toLowerCase(Locale.ROOT);
  }

  /** Returns the platform's own spelling of its name. */
  String text() {
    return text;
  }

  /**
   * Returns what its author reads beside a hidden comment; empty where authors lose sight of it.
   */
  String toAuthor() {
    return toAuthor;
  }

  /** Returns what hiding means here. */
  String hiding() {
    return hiding;
  }

  /** Returns how soon something new is read. */
  String reading() {
    return reading;
  }

  int mostCharacters() {
    return mostCharacters;
  }

  SchoolPost post() {
    return post;
  }
}
