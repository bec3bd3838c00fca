package hallmonitor.moderation.training.backtest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hallmonitor.moderation.finding.stance.Stance;
import hallmonitor.moderation.policy.Verdict;
import hallmonitor.moderation.training.backtest.Tally.ClauseCount;
import hallmonitor.moderation.training.backtest.Tally.Count;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** Writes the result of a backtest as JSON. */
final class JsonReport {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private JsonReport() {}

  static void write(Result result, Path file) throws IOException {
    JSON.writeValue(file.toFile(), of(result));
  }

  static ObjectNode of(Result result) {
    Tally tally = result.tally();
    ObjectNode root = JSON.createObjectNode();
    side(root.putObject("inForce"), result.inForce());
    side(root.putObject("draft"), result.draft());
    root.put("history", result.history());
    root.put("model", result.model());
    root.put("comments", tally.comments.all());
    root.put("badLines", result.bad());
    root.put("changed", tally.changed());
    stances(root.putObject("stance"), tally.comments);
    ObjectNode verdicts = root.putObject("verdicts");
    for (ReplayedVerdict answer : ReplayedVerdict.values()) {
      verdicts
          .putObject(name(answer))
          .put("inForce", tally.inForce.getOrDefault(answer, 0L))
          .put("draft", tally.draft.getOrDefault(answer, 0L));
    }
    ArrayNode transitions = root.putArray("transitions");
    tally
        .transitions()
        .forEach(
            entry -> {
              ObjectNode node =
                  transitions
                      .addObject()
                      .put("from", name(entry.getKey().from()))
                      .put("to", name(entry.getKey().to()))
                      .put("count", entry.getValue().count());
              ArrayNode examples = node.putArray("examples");
              entry.getValue().kept().forEach(change -> example(examples.addObject(), change));
            });
    ArrayNode clauses = root.putArray("clauses");
    tally.clauses().forEach(clause -> clause(clauses.addObject(), clause));
    ArrayNode neutrality = root.putArray("neutrality");
    result.rates().forEach(rate -> rate(neutrality.addObject(), rate));
    return root;
  }

  private static void side(ObjectNode node, Side side) {
    node.put("file", side.file()).put("version", side.version());
  }

  private static void stances(ObjectNode node, Count count) {
    for (Stance stance : Stance.values()) {
      node.put(stance.name().toLowerCase(Locale.ROOT), count.of(stance));
    }
  }

  private static void clause(ObjectNode node, ClauseCount clause) {
    node.put("id", clause.id()).put("title", clause.title());
    node.put("note", clause.note());
    node.put("inForce", clause.inForce.all()).put("draft", clause.draft.all());
  }

  private static void rate(ObjectNode node, BacktestNeutrality.Rate rate) {
    node.put("id", rate.id());
    node.put("critical", rate.critical()).put("ofCritical", rate.ofCritical());
    node.put("supportive", rate.supportive()).put("ofSupportive", rate.ofSupportive());
    node.put("p", rate.chance()).put("flagged", rate.flagged());
  }

  private static void example(ObjectNode node, Change change) {
    node.put("id", change.comment().id());
    node.put("excerpt", Excerpt.of(change));
    node.put("stance", change.stance().name().toLowerCase(Locale.ROOT));
    clauses(node.putArray("inForce"), change.before());
    clauses(node.putArray("draft"), change.after());
  }

  private static void clauses(ArrayNode list, Verdict verdict) {
    verdict.hits().forEach(hit -> list.add(hit.clause().id()));
  }

  private static String name(ReplayedVerdict answer) {
    return answer.words().replace(' ', '-');
  }
}
