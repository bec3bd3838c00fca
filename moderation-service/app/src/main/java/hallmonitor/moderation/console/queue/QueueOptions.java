package hallmonitor.moderation.console.queue;

import hallmonitor.moderation.console.access.Scope;
import hallmonitor.moderation.console.page.DisplayLabels;
import hallmonitor.moderation.console.queue.QueueFilter.Field;
import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.pipeline.rules.LiveRules;
import hallmonitor.moderation.wording.Sentence;
import hallmonitor.settings.district.District;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The filters' options from the district's files, with the number of cases of each. */
@ApplicationScoped
class QueueOptions {
  /**
   * An option.
   *
   * @param count number of the listed cases; empty if not counted
   */
  public record Choice(String value, CharSequence label, String count, boolean chosen) {}

  /**
   * A filter's options.
   *
   * @param name as in the address
   */
  public record Choices(String name, Sentence label, List<Choice> all) {}

  private record Named(String value, CharSequence label) {}

  private static final List<String> LANGUAGES = List.of("en", "es", "en+es", "other");

  private final LiveRules rules;

  QueueOptions(LiveRules rules) {
    this.rules = rules;
  }

  /**
   * Returns options.
   *
   * @param counts may cover some of the fields, or none
   */
  List<Choices> of(QueueFilter filter, List<QueueQueries.ValueCount> counts, Scope scope) {
    Map<List<Object>, Long> counted =
        counts.stream().collect(Collectors.toMap(c -> List.of(c.field(), c.value()), c -> c.n()));
    return Arrays.stream(Field.values())
        .map(field -> choices(field, filter.value(field), counted, scope))
        .toList();
  }

  private Choices choices(
      Field field, String chosen, Map<List<Object>, Long> counted, Scope scope) {
    List<Choice> all =
        named(field, scope)
            .map(
                n ->
                    new Choice(
                        n.value(),
                        n.label(),
                        String.valueOf(counted.getOrDefault(List.of(field, n.value()), 0L)),
                        n.value().equals(chosen)))
            // A number tells what choosing the option would show, so a chosen option has none.
            .map(c -> chosen.isEmpty() && !counted.isEmpty() ? c : uncounted(c))
            .toList();
    return new Choices(field.getCode(), label(field), all);
  }

  private static Choice uncounted(Choice choice) {
    return new Choice(choice.value(), choice.label(), "", choice.chosen());
  }

  private Stream<Named> named(Field field, Scope scope) {
    District district = rules.district().current().value();
    return switch (field) {
      case BUILDING ->
          district.buildings().stream()
              .filter(b -> scope.sees(b.id()))
              .map(b -> new Named(b.id(), b.name()));
      case ACCOUNT ->
          district.accounts().stream()
              .filter(a -> scope.sees(a.building()))
              .map(a -> new Named(a.id(), a.name()));
      case PLATFORM ->
          district.accounts().stream()
              .map(District.Account::platform)
              .distinct()
              .map(named(DisplayLabels::platform));
      case CATEGORY ->
          Arrays.stream(Category.values()).map(Category::label).map(named(DisplayLabels::category));
      case CLAUSE ->
          rules.policy().current().value().clauses().stream()
              .map(c -> new Named(c.id(), c.id() + " " + c.title()));
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
      case BUILDING -> Sentence.of("Building");
      case ACCOUNT -> Sentence.of("Account");
      case PLATFORM -> Sentence.of("Platform");
      case CATEGORY -> Sentence.of("Category");
      case CLAUSE -> Sentence.of("Clause");
      case LANGUAGE -> Sentence.of("Language");
    };
  }
}
