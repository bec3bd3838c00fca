package hallmonitor.moderation.console.search;

import hallmonitor.moderation.console.access.Scope;
import hallmonitor.moderation.console.page.ClauseTexts;
import hallmonitor.moderation.console.page.DisplayLabels;
import hallmonitor.moderation.console.records.RecordPlaces;
import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.pipeline.rules.LiveRules;
import hallmonitor.moderation.wording.Sentence;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** What the fields of the search offer. */
@ApplicationScoped
class SearchOptions {
  /** Decision of comments without a case. */
  static final String NO_CASE = "none";

  private static final List<String> STATES = List.of("visible", "hidden", "deleted", "elsewhere");
  private static final List<String> DECISIONS =
      List.of("open", "confirmed", "hidden", "restored", "dismissed");

  /** An option of a field. */
  public record Choice(String value, CharSequence label) {}

  /** A field with its options, in the order of the page. */
  public record Choices(SearchField field, String chosen, List<Choice> all) {}

  private final LiveRules rules;
  private final RecordPlaces places;

  SearchOptions(LiveRules rules, RecordPlaces places) {
    this.rules = rules;
    this.places = places;
  }

  List<Choices> of(SearchFilter filter, Scope scope) {
    return Arrays.stream(SearchField.values())
        .map(field -> choices(field, filter.value(field), scope))
        .toList();
  }

  /** Records outlive clauses, so that a chosen one may not be on offer any more. */
  private Choices choices(SearchField field, String chosen, Scope scope) {
    List<Choice> offered = choices(field, scope).toList();
    boolean missing =
        !chosen.isEmpty() && offered.stream().noneMatch(choice -> choice.value().equals(chosen));
    return new Choices(
        field,
        chosen,
        missing
            ? Stream.concat(offered.stream(), Stream.of(new Choice(chosen, chosen))).toList()
            : offered);
  }

  private Stream<Choice> choices(SearchField field, Scope scope) {
    return switch (field) {
      case ACCOUNT -> places.accounts(scope).stream().map(named(DisplayLabels::account));
      case KIND ->
          Stream.of(
              new Choice("comment", Sentence.of("Comments")),
              new Choice("reply", Sentence.of("Replies")),
              new Choice("edit", Sentence.of("Edits")),
              new Choice("deletion", Sentence.of("Deletions")),
              new Choice("post", Sentence.of("Posts")));
      case STATE -> STATES.stream().map(named(DisplayLabels::plain));
      case VERDICT ->
          Stream.of(
              new Choice("allow", Sentence.of("Allowed")),
              new Choice("review", Sentence.of("Sent to review")),
              new Choice("hide", Sentence.of("Hidden")),
              new Choice("escalate", Sentence.of("Escalated")));
      case CATEGORY ->
          Arrays.stream(Category.values()).map(Category::label).map(named(DisplayLabels::category));
      case CLAUSE ->
          rules.policy().current().value().clauses().stream()
              .map(c -> new Choice(c.id(), ClauseTexts.numbered(c)));
      case DECISION ->
          Stream.concat(
              DECISIONS.stream().map(named(DisplayLabels::state)),
              Stream.of(new Choice(NO_CASE, Sentence.of("No case"))));
      case LANGUAGE ->
          Stream.of(
              new Choice("en", Sentence.of("English")),
              new Choice("es", DisplayLabels.language("es")),
              new Choice("other", DisplayLabels.language("other")));
      case PICTURE -> Stream.of(new Choice("yes", Sentence.of("With pictures")));
    };
  }

  private static Function<String, Choice> named(Function<String, ? extends CharSequence> label) {
    return value -> new Choice(value, label.apply(value));
  }
}
