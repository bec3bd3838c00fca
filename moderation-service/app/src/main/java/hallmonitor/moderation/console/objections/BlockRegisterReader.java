package hallmonitor.moderation.console.objections;

import hallmonitor.moderation.casework.Block;
import hallmonitor.moderation.console.RequestAudit;
import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.pipeline.rules.LiveRules;
import hallmonitor.moderation.pipeline.rules.ObjectionRules;
import hallmonitor.moderation.store.objections.BlockRules;
import hallmonitor.settings.district.District;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads the register of blocks for the viewer, and audits which evidence is shown. */
@ApplicationScoped
public class BlockRegisterReader {
  private final BlockQueries queries;
  private final HandBlockQueries byHand;
  private final ObjectionRules objections;
  private final LiveRules rules;
  private final RequestAudit audit;
  private final Viewer viewer;

  BlockRegisterReader(
      BlockQueries queries,
      HandBlockQueries byHand,
      ObjectionRules objections,
      LiveRules rules,
      RequestAudit audit,
      Viewer viewer) {
    this.queries = queries;
    this.byHand = byHand;
    this.objections = objections;
    this.rules = rules;
    this.audit = audit;
    this.viewer = viewer;
  }

  BlockRegister read(String show, String account) {
    Block.Limits limits = objections.blockLimits();
    List<String> accounts = accounts();
    BlockRegister register =
        new BlockRegister(
            show,
            account,
            accounts,
            queries.all(viewer.scope()),
            byHand.all(account.isEmpty() ? accounts : only(account, accounts), limits),
            queries.repeated(limits, viewer.scope()),
            queries.counted(limits, viewer.scope()),
            byHand.reads(accounts),
            byHand.old(accounts),
            objections.current(),
            viewer.userName());
    register.violations().stream()
        .filter(Violation::isSealed)
        .map(Violation::caseId)
        .distinct()
        .forEach(id -> audit.add(viewer.userName(), "evidence-read", id.toString(), "blocks"));
    return register;
  }

  /** Returns the ids of the accounts that the viewer may see. */
  List<String> accounts() {
    return rules.district().current().value().accounts().stream()
        .filter(viewer.scope()::sees)
        .map(District.Account::id)
        .toList();
  }

  private static List<String> only(String account, List<String> accounts) {
    return accounts.stream().filter(account::equals).toList();
  }

  /** Returns a block made by hand that the viewer may see. */
  Optional<HandBlockView> madeByHand(UUID id) {
    return byHand.find(id, accounts(), objections.blockLimits());
  }

  BlockRules rules() {
    return objections.blockRules(rules.district().current().value().timeZone());
  }

  boolean isBlocking() {
    return objections.current().blocking();
  }
}
