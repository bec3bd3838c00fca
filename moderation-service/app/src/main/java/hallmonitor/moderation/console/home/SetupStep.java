package hallmonitor.moderation.console.home;

import hallmonitor.moderation.wording.Sentence;

/**
 * A step of the checklist.
 *
 * @param hint what it is for, and how to do it
 * @param go the words of the link
 * @param href where to do it; on another host for the practice page and the mailbox
 */
public record SetupStep(boolean done, Sentence title, Sentence hint, Sentence go, String href) {
  /** Returns whether it begins something, so that it is a button and not a link. */
  public boolean isBegun() {
    return href.startsWith("/policy/edit/");
  }

  /** Returns whether the link leads out of the console. */
  public boolean isElsewhere() {
    return !href.startsWith("/");
  }
}
