package hallmonitor.moderation.console.queue;

import hallmonitor.moderation.console.access.Scope;
import hallmonitor.moderation.console.page.ClauseTexts;
import hallmonitor.moderation.console.page.DisplayLabels;
import hallmonitor.moderation.console.queue.QueueFilter.Field;
import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.pipeline.rules.LiveRules;
import hallmonitor.moderation.wording.Sentence;
import hallmonitor.settings.district.District;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The filters' options from the district's files, with the number of cases of each. */
@ApplicationScoped
class QueueOptions {
  /**
   * An option.
   *
   * @param count number of the listed cases; empty if not counted
   * @param query of the address that shows them
   */
  public record Choice(String value, CharSequence label, String count, String query) {}

  /**
   * A filter's options, or the chosen one.
   *
   * @param name as in the address
   * @param chosen label of the chosen option; absent while none is
   * @param without query of the address without this filter
   */
  public record Choices(
      String name,
      Sentence label,
      List<Choice> all,
      @Nullable CharSequence chosen,
      String without) {}

  private record Named(String value, CharSequence label) {}

  private static final List<String> URGENCIES = List.of("immediate", "soon", "digest");
  private static final List<String> LANGUAGES = List.of("en", "es", "en+es", "other");

  private final LiveRules rules;

  QueueOptions(LiveRules rules) {
    this.rules = rules;
  }

  /**
   * Returns the filters that narrow this list: those that are set, and those that leave a choice.
   *
   * @param counts may cover some of the fields, or none
   */
  List<Choices> of(QueueFilter filter, List<QueueQueries.ValueCount> counts, Scope scope) {
    Map<List<Object>, Long> counted =
        counts.stream().collect(Collectors.toMap(c -> List.of(c.field(), c.value()), c -> c.n()));
    return Arrays.stream(Field.values())
        .map(field -> choices(field, filter, counted, scope))
        .filter(choices -> choices.chosen() != null || choices.all().size() > 1)
        .toList();
  }

  /** Returns the filters that are set, for an empty list, where nothing is left to choose. */
  List<Choices> chosen(QueueFilter filter, Scope scope) {
    return of(filter, List.of(), scope).stream().filter(c -> c.chosen() != null).toList();
  }

  private Choices choices(
      Field field, QueueFilter filter, Map<List<Object>, Long> counted, Scope scope) {
    String chosen = filter.value(field);
    String without = filter.with(field, "").getQuery();
    if (!chosen.isEmpty()) {
      CharSequence label =
          named(field, scope)
              .filter(n -> n.value().equals(chosen))
              .findFirst()
              .map(Named::label)
              .orElse(chosen);
      return new Choices(field.getCode(), label(field), List.of(), label, without);
    }
    List<Choice> all =
        named(field, scope)
            .filter(n -> counted.isEmpty() || counted.containsKey(List.of(field, n.value())))
            .map(n -> choice(field, n, filter, counted.get(List.of(field, n.value()))))
            .toList();
    return new Choices(field.getCode(), label(field), all, null, without);
  }

  private static Choice choice(Field field, Named named, QueueFilter filter, @Nullable Long count) {
    return new Choice(
        named.value(),
        named.label(),
        count == null ? "" : count.toString(),
        filter.with(field, named.value()).getQuery());
  }

  /** Returns the accounts with names that contain the words, ignoring case. */
  List<String> accountsNamed(String words) {
    String small = words.toLowerCase(Locale.ROOT);
    return small.isEmpty()
        ? List.of()
        : rules.district().current().value().accounts().stream()
            .filter(a -> a.name().toLowerCase(Locale.ROOT).contains(small))
            .map(District.Account::id)
            .toList();
  }

  private Stream<Named> named(Field field, Scope scope) {
    District district = rules.district().current().value();
    return switch (field) {
      case URGENCY -> URGENCIES.stream().map(named(DisplayLabels::urgency));
      case BUILDING ->
          district.buildings().stream()
              .filter(b -> scope.sees(b.id()))
              .map(b -> new Named(b.id(), b.name()));
      case ACCOUNT ->
          district.accounts().stream().filter(scope::sees).map(a -> new Named(a.id(), a.name()));
      case PLATFORM ->
          district.accounts().stream()
              .map(District.Account::platform)
              .distinct()
              .map(named(DisplayLabels::platform));
      case CATEGORY ->
          Arrays.stream(Category.values()).map(Category::label).map(named(DisplayLabels::category));
      case CLAUSE ->
          rules.policy().current().value().clauses().stream()
              .map(c -> new Named(c.id(), ClauseTexts.numbered(c)));
      case LANGUAGE -> LANGUAGES.stream().map(named(QueueOptions::language));
    };
  }

  private static Function<String, Named> named(Function<String, ? extends CharSequence> label) {
    return value -> new Named(value, label.apply(value));
  }

  private static Sentence language(String code) {
    return code.equals("en") ? Sentence.of("English") : DisplayLabels.language(code);
  }

  private static Sentence label(Field field) {
    return switch (field) {
      case URGENCY -> Sentence.of("Urgency");
      case BUILDING -> Sentence.of("School");
      case ACCOUNT -> Sentence.of("Account");
      case PLATFORM -> Sentence.of("Platform");
      case CATEGORY -> Sentence.of("Category");
      case CLAUSE -> Sentence.of("Clause");
      case LANGUAGE -> Sentence.of("Language");
    };
  }
}
