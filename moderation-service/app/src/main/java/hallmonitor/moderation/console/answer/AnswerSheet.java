package hallmonitor.moderation.console.answer;

import hallmonitor.moderation.console.request.RequestView;
import hallmonitor.moderation.store.answer.AnswerLetters.KeptLetter;
import hallmonitor.moderation.wording.Sentence;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The page of an answer.
 *
 * @param letter with its names in braces
 * @param preview its paragraphs as they go out; empty if it cannot be filled in
 * @param unfilled why not; empty if it can
 * @param made the newest package; null if there is none
 * @param leaks what must not go out and stands in it
 * @param pictures that go out; none while a package is made
 * @param asksSecond whether an answer takes two people
 * @param days for which a link leads to the answer
 * @param link that was just made, shown once; empty otherwise
 */
public record AnswerSheet(
    RequestView request,
    KeptLetter letter,
    List<String> preview,
    Sentence unfilled,
    @Nullable AnswerView made,
    List<LeakView> leaks,
    List<DeliveryView> deliveries,
    PicturesToGo pictures,
    boolean asksSecond,
    int days,
    String link,
    Sentence problem) {
  public AnswerSheet {
    preview = List.copyOf(preview);
    leaks = List.copyOf(leaks);
    deliveries = List.copyOf(deliveries);
  }

  /**
   * Words of an item with all places where they must not stand.
   *
   * @param itemNo key of the item that the words belong to
   */
  public record ItemLeaks(long itemNo, List<LeakView> places) {
    public ItemLeaks {
      places = List.copyOf(places);
    }

    /** Returns the number of the item within the request. */
    public long getNumber() {
      return places.get(0).number();
    }
  }

  /** Returns what must not go out by item, so that one reason can be given for many places. */
  public List<ItemLeaks> getItemLeaks() {
    Map<Long, List<LeakView>> byItem =
        leaks.stream()
            .collect(Collectors.groupingBy(LeakView::itemNo, TreeMap::new, Collectors.toList()));
    return byItem.entrySet().stream().map(e -> new ItemLeaks(e.getKey(), e.getValue())).toList();
  }

  /** Returns whether a package can be made now. */
  public boolean isMakeable() {
    return unfilled.isEmpty()
        && (made == null || !made.isInWork())
        && (request.isRunning() || request.getCurrent().isAnswered());
  }

  /** Returns whether the package can go out now. */
  public boolean isSendable() {
    return isComplete()
        && (request.isRunning() && !asksSecond || request.getCurrent().isAnswered());
  }

  /** Returns whether only the second person is missing. */
  public boolean isUnapproved() {
    return isComplete() && request.isRunning() && asksSecond;
  }

  private boolean isComplete() {
    return made != null && made.isReady() && made.current();
  }
}
