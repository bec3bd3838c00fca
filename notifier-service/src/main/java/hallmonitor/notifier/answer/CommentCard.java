package hallmonitor.notifier.answer;

import java.util.List;

/**
 * One comment on the page.
 *
 * @param id of its case
 * @param heading what distinguishes it while it is folded
 * @param time when it was found
 * @param open whether it is unfolded
 * @param shown whether its words are on the page
 * @param looked whether the reader opened them; only then can it be closed
 * @param english its machine translation to English, for a reader without Spanish; usually empty
 * @param post title of its post; may be empty
 * @param parent the words that it answers; usually empty
 * @param missing sentences about pictures that cannot be shown
 * @param clause the clause behind it, in words
 * @param reasons what was found in it, each a sentence
 * @param standing whether the public sees it, in words
 * @param tone its appearance, as a class of answer.css
 * @param pending whether a reload may show more
 * @param done what people decided on it
 * @param link address of the case in the console
 */
public record CommentCard(
    String id,
    CardHeading heading,
    String time,
    boolean open,
    boolean shown,
    boolean looked,
    String words,
    String english,
    String post,
    String parent,
    List<PictureLink> pictures,
    List<String> missing,
    String clause,
    List<String> reasons,
    String standing,
    String tone,
    boolean pending,
    boolean mayHide,
    boolean mayPutBack,
    boolean mayClose,
    List<String> done,
    String link) {
  /**
   * A picture that evidence keeps.
   *
   * @param size in words
   * @param shown whether the reader asked for it
   */
  public record PictureLink(String id, String size, boolean shown) {}
}
