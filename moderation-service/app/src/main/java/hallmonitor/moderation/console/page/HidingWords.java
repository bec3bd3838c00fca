package hallmonitor.moderation.console.page;

import hallmonitor.moderation.wording.Sentence;
import io.quarkus.qute.TemplateExtension;

/** What hiding a comment means on each platform. */
@TemplateExtension(namespace = "words", priority = 6) // each needs its own priority
public final class HidingWords {
  private HidingWords() {}

  /** Returns what hiding does on a platform, for someone about to do it. */
  public static Sentence hideMeans(String platform) {
    return switch (platform) {
      case "api" ->
          Sentence.of(
              "This account's own system decides what hiding means there. It is told to hide the"
                  + " comment, and to show it again when it is restored. If the account can do"
                  + " nothing from here, act in that system itself.");
      case "bluesky" ->
          Sentence.of(
              "On Bluesky, a hidden reply leaves the thread, but anyone can still open"
                  + " it there under hidden replies and on its author's page. Only replies to"
                  + " the account's own posts can be hidden. Restoring puts it back.");
      case "discourse" ->
          Sentence.of(
              "On a Discourse forum, only staff still sees a hidden post, marked as deleted. Replies"
                  + " stay. The first post of a topic is hidden with the whole topic. Restoring puts"
                  + " it back.");
      case "facebook" ->
          Sentence.of(
              "On Facebook, a hidden comment stays visible to its author and the"
                  + " author's friends, who can still reply to it. No one is notified."
                  + " Everyone else no longer sees it. Restoring shows it to everyone again.");
      case "ghost" ->
          Sentence.of(
              "On Ghost, only the site's staff still sees a hidden comment; even its author no"
                  + " longer does. Replies stay. Nothing is deleted, and restoring publishes it"
                  + " again.");
      case "instagram" ->
          Sentence.of(
              "On Instagram, a hidden comment no longer appears under the post, but its"
                  + " author may still see it. No one can reply to it while it is hidden."
                  + " Restoring shows it again.");
      case "mastodon" ->
          Sentence.of(
              "On Mastodon, an account can't hide other people's comments. Report the comment to"
                  + " the moderators of its server instead. A block keeps its author from replying"
                  + " again. Existing replies stay.");
      case "mediawiki" ->
          Sentence.of(
              "On a wiki, a hidden comment is taken off the page, and only administrators can open"
                  + " the versions that contain it. Replies stay. Restoring puts it back.");
      case "rss" ->
          Sentence.of(
              "A feed is read-only, so nothing can be hidden from here. Act on the site itself."
                  + " Edits and deletions are not seen, and entries that drop out of a busy feed"
                  + " are missed.");
      case "wordpress" ->
          Sentence.of(
              "On WordPress, a hidden comment is held for moderation. Visitors no longer see it,"
                  + " but its author may see it as pending. Replies stay. Nothing is deleted, and"
                  + " restoring brings it back.");
      case "x" ->
          Sentence.of(
              "On X, a hidden reply moves behind the hidden replies of its conversation, where"
                  + " anyone can still open it. No one is notified. Only replies in conversations"
                  + " that the account began can be hidden. Restoring puts it back.");
      case "youtube" ->
          Sentence.of(
              "On YouTube, a hidden comment is held for review. Viewers no longer see"
                  + " it and may not see the replies under it, but its author may still see"
                  + " it. Restoring publishes it again.");
      default ->
          Sentence.of(
              "Hiding can be undone. Nothing is deleted, and restoring brings the comment back.");
    };
  }
}
