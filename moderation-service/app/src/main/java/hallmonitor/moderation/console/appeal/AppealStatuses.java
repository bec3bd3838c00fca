package hallmonitor.moderation.console.appeal;

import static hallmonitor.moderation.console.ConsoleDatabase.rows;

import hallmonitor.moderation.casework.ShortCode;
import hallmonitor.moderation.console.ConsoleDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Looks up an appeal's status by reference and code. */
@ApplicationScoped
public class AppealStatuses {
  private final ConsoleDatabase database;

  AppealStatuses(ConsoleDatabase database) {
    this.database = database;
  }

  Optional<AppealStatus> find(ShortCode reference, String codeHash) {
    return database.read(
        h ->
            h.createQuery(
                    """
                    select state, received_at, due_at, decided_at, reason from appeal
                    where reference = :reference and code_hash = :code
                    union all
                    select case when by_name and state <> 'open' then 'decided' else state end, received_at, due_at,
                      decided_at, case when by_name then '' else reason end
                    from hand_block_appeal
                    where reference = :reference and code_hash = :code
                    """)
                .bind("reference", reference.signs())
                .bind("code", codeHash)
                .map(rows(AppealStatus.class))
                .findOne());
  }
}
