package hallmonitor.moderation.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The access rules of the console: each endpoint with what each role gets from it, in a district
 * that blocks authors and lets moderators reply, without single sign-on.
 *
 * <p>Each line of {@link #TABLE} is an endpoint. The columns contain:
 *
 * <ul>
 *   <li>{@code own}: opens only for their own building, or an account administrator's own account.
 *       Others' objects are not found, and lists contain none of them.
 *   <li>{@code all}: opens for both buildings; lists contain those of both.
 *   <li>{@code yes}: opens; it concerns no building.
 *   <li>{@code -}: not open to this role.
 *   <li>{@code in}, {@code pwd}: leads to the sign-in page, or to the page that changes the
 *       password.
 *   <li>{@code 404}: does not exist in this district.
 * </ul>
 */
final class Matrix {
  private static final List<String> COLUMNS =
      List.of(
          "moderator", "principal", "administrator", "records", "auditor", "newcomer", "nobody");

  /** The account administrator has no column: see {@link #ONLY_MODERATORS}. */
  private static final String ACCOUNTS = "accounts";

  static final List<String> WHO = Stream.concat(COLUMNS.stream(), Stream.of(ACCOUNTS)).toList();

  /**
   * What a moderator does and an account administrator does not. Everything else opens for both
   * alike, for one within their building, for the other within their accounts.
   */
  private static final List<String> ONLY_MODERATORS =
      List.of(
          "POST /cases/{id}/blocks",
          "POST /blocks/{id}/end",
          "POST /blocks/{id}/done",
          "POST /quality/{id}",
          "GET /known-pictures");

  private static final String TABLE =
      """
      # moderator, principal, administrator, records officer, auditor, with a first password, signed out; form or query
      # For everybody:
      GET  /appeal                                 mod yes  bld yes  adm yes  rec yes  aud yes  new yes  out yes
      POST /appeal                                 mod yes  bld yes  adm yes  rec yes  aud yes  new yes  out yes  reference=x
      POST /appeal/state                           mod yes  bld yes  adm yes  rec yes  aud yes  new yes  out yes  reference=x
      GET  /records-request                        mod yes  bld yes  adm yes  rec yes  aud yes  new yes  out yes
      POST /records-request                        mod yes  bld yes  adm yes  rec yes  aud yes  new yes  out yes  words=x
      GET  /records-request/state/{token}          mod 404  bld 404  adm 404  rec 404  aud 404  new 404  out 404
      GET  /records-request/answer/{token}         mod 404  bld 404  adm 404  rec 404  aud 404  new 404  out 404
      GET  /records-request/answer/{token}/file    mod 404  bld 404  adm 404  rec 404  aud 404  new 404  out 404
      GET  /report                                 mod yes  bld yes  adm yes  rec yes  aud yes  new yes  out yes
      POST /report                                 mod yes  bld yes  adm yes  rec yes  aud yes  new yes  out yes  link=x
      GET  /report/s/{token}                       mod 404  bld 404  adm 404  rec 404  aud 404  new 404  out 404
      GET  /report/state/{token}                   mod 404  bld 404  adm 404  rec 404  aud 404  new 404  out 404
      GET  /guidelines/{token}                     mod 404  bld 404  adm 404  rec 404  aud 404  new 404  out 404
      POST /guidelines/{token}                     mod 404  bld 404  adm 404  rec 404  aud 404  new 404  out 404  version=1
      GET  /transparency                           mod yes  bld yes  adm yes  rec yes  aud yes  new yes  out yes
      GET  /transparency.pdf                       mod 404  bld 404  adm 404  rec 404  aud 404  new 404  out 404
      GET  /sign-in                                mod yes  bld yes  adm yes  rec yes  aud yes  new yes  out yes
      POST /sign-in                                mod yes  bld yes  adm yes  rec yes  aud yes  new yes  out yes  name=x&password=x
      POST /sign-in/code                           mod yes  bld yes  adm yes  rec yes  aud yes  new yes  out yes  code=1
      POST /sign-in/again                          mod yes  bld yes  adm yes  rec yes  aud yes  new yes  out yes  x=x
      POST /language                               mod yes  bld yes  adm yes  rec yes  aud yes  new yes  out yes  language=en
      POST /sign-in/passkey                        mod yes  bld yes  adm yes  rec yes  aud yes  new yes  out yes  credential=x
      POST /sign-in/passkey/challenge              mod yes  bld yes  adm yes  rec yes  aud yes  new yes  out yes  x=x
      GET  /sign-in/sso                            mod 404  bld 404  adm 404  rec 404  aud 404  new 404  out 404
      GET  /sign-in/sso/return                     mod 404  bld 404  adm 404  rec 404  aud 404  new 404  out 404  state=x
      GET  /sign-in/invitation/{token}             mod 404  bld 404  adm 404  rec 404  aud 404  new 404  out 404
      POST /sign-in/invitation/{token}             mod 404  bld 404  adm 404  rec 404  aud 404  new 404  out 404  next=x
      GET  /connect/{token}                        mod 404  bld 404  adm 404  rec 404  aud 404  new 404  out 404
      POST /connect/{token}                        mod 404  bld 404  adm 404  rec 404  aud 404  new 404  out 404   secret=x
      GET  /connect/{token}/answer                 mod 404  bld 404  adm 404  rec 404  aud 404  new 404  out 404
      POST /connect/{token}/platform               mod 404  bld 404  adm 404  rec 404  aud 404  new 404  out 404   x=x
      POST /connect/{token}/platform/choice        mod 404  bld 404  adm 404  rec 404  aud 404  new 404  out 404   chosen=x
      GET  /connect/return                         mod yes  bld yes  adm yes  rec yes  aud yes  new yes  out yes   state=x
      # For everybody who is signed in:
      POST /sign-out                               mod yes  bld yes  adm yes  rec yes  aud yes  new yes  out in   x=x
      GET  /password                               mod yes  bld yes  adm yes  rec yes  aud yes  new yes  out in
      POST /password                               mod yes  bld yes  adm yes  rec yes  aud yes  new yes  out in   old=x
      GET  /security                               mod yes  bld yes  adm yes  rec yes  aud yes  new pwd  out in
      GET  /security/second-factor                 mod yes  bld yes  adm yes  rec yes  aud yes  new pwd  out in
      POST /security/second-factor                 mod yes  bld yes  adm yes  rec yes  aud yes  new pwd  out in   x=x
      GET  /security/second-factor/picture         mod yes  bld yes  adm yes  rec yes  aud yes  new pwd  out in
      POST /security/second-factor/confirm         mod yes  bld yes  adm yes  rec yes  aud yes  new pwd  out in   password=x
      POST /security/sign-out-everywhere           mod yes  bld yes  adm yes  rec yes  aud yes  new pwd  out in   x=x
      POST /security/second-factor/off             mod yes  bld yes  adm yes  rec yes  aud yes  new pwd  out in   password=x
      POST /security/sessions/end                  mod yes  bld yes  adm yes  rec yes  aud yes  new pwd  out in   session=x
      POST /security/again                         mod yes  bld yes  adm yes  rec yes  aud yes  new pwd  out in   x=x
      POST /security/recovery-codes                mod yes  bld yes  adm yes  rec yes  aud yes  new pwd  out in   x=x
      POST /security/passkeys                      mod yes  bld yes  adm yes  rec yes  aud yes  new pwd  out in   name=x
      POST /security/passkeys/challenge            mod yes  bld yes  adm yes  rec yes  aud yes  new pwd  out in   x=x
      POST /security/passkeys/{id}/name            mod 404  bld 404  adm 404  rec 404  aud 404  new pwd  out in   name=x
      POST /security/passkeys/{id}/remove          mod 404  bld 404  adm 404  rec 404  aud 404  new pwd  out in   x=x
      # The queue:
      GET  /                                       mod yes  bld yes  adm yes  rec yes  aud yes  new pwd  out in
      GET  /queue                                  mod own  bld own  adm all  rec own  aud own  new pwd  out in
      GET  /queue/counts                           mod yes  bld yes  adm yes  rec yes  aud yes  new pwd  out in
      GET  /queue/views                            mod yes  bld yes  adm yes  rec yes  aud yes  new pwd  out in
      POST /queue/views                            mod yes  bld yes  adm yes  rec yes  aud yes  new pwd  out in   name=Mine
      POST /queue/views/change                     mod yes  bld yes  adm yes  rec yes  aud yes  new pwd  out in   name=Mine&new-name=Ours&act=rename
      POST /queue/next                             mod yes  bld yes  adm yes  rec -    aud -    new pwd  out in   after={own}
      GET  /events                                 mod own  bld own  adm all  rec own  aud own  new pwd  out in
      POST /claims/active                          mod yes  bld yes  adm yes  rec -    aud -    new pwd  out in   case={own}
      POST /bulk/preview                           mod own  bld own  adm all  rec -    aud -    new pwd  out in   decision=dismiss&item={own}/0&item={other}/0
      POST /bulk                                   mod yes  bld yes  adm yes  rec -    aud -    new pwd  out in   decision=dismiss&item={own}/0&form={any}
      GET  /bulk/{id}                              mod own  bld own  adm all  rec -    aud -    new pwd  out in
      POST /bulk/assign                            mod own  bld own  adm all  rec -    aud -    new pwd  out in   case={own}&case={other}
      POST /bulk/escalate                          mod own  bld own  adm all  rec -    aud -    new pwd  out in   case={own}&case={other}
      POST /bulk/escalate/now                      mod own  bld own  adm all  rec -    aud -    new pwd  out in   item={own}/9&item={other}/9&note=x
      # One case:
      GET  /cases/{id}                             mod own  bld own  adm all  rec own  aud own  new pwd  out in
      GET  /cases/{id}/detail                      mod own  bld own  adm all  rec own  aud own  new pwd  out in
      GET  /cases/{id}/row                         mod own  bld own  adm all  rec own  aud own  new pwd  out in
      GET  /cases/{id}/english                     mod own  bld own  adm all  rec own  aud own  new pwd  out in
      GET  /cases/{id}/pictures/{key}              mod own  bld own  adm all  rec own  aud own  new pwd  out in
      POST /cases/{id}/pictures/{key}              mod own  bld own  adm all  rec own  aud own  new pwd  out in
      GET  /cases/{id}/pictures/{key}/file         mod own  bld own  adm all  rec own  aud own  new pwd  out in
      GET  /cases/{id}/pictures/{key}/frames/{second} mod own  bld own  adm all  rec own  aud own  new pwd  out in
      GET  /cases/{id}/next                        mod own  bld own  adm all  rec own  aud own  new pwd  out in
      GET  /cases/{id}/words                       mod own  bld own  adm all  rec -    aud -    new pwd  out in
      POST /cases/{id}/decision                    mod own  bld own  adm all  rec -    aud -    new pwd  out in   decision=confirm&version=0
      POST /cases/{id}/note                        mod own  bld own  adm all  rec -    aud -    new pwd  out in   note=Seen.&version=0
      POST /cases/{id}/claim                       mod own  bld own  adm all  rec -    aud -    new pwd  out in   x=x
      GET  /cases/{id}/alike                       mod own  bld own  adm all  rec own  aud own  new pwd  out in
      POST /cases/{id}/alike/decision              mod own  bld own  adm all  rec -    aud -    new pwd  out in   decision=confirm&version=0
      GET  /cases/{id}/escalate                    mod own  bld own  adm all  rec -    aud -    new pwd  out in
      POST /cases/{id}/escalate                    mod own  bld own  adm all  rec -    aud -    new pwd  out in   version=0&roles=principal&note=Look.
      GET  /cases/{id}/deletion                    mod own  bld own  adm all  rec own  aud own  new pwd  out in
      POST /cases/{id}/deletion                    mod own  bld own  adm all  rec -    aud -    new pwd  out in   note=Doxing.
      POST /cases/{id}/deletion/{proposal}         mod -    bld -    adm all  rec -    aud -    new pwd  out in   answer=refuse&note=No.
      POST /cases/{id}/appeals                     mod own  bld own  adm all  rec own  aud -    new pwd  out in   channel=letter&who=Dana&why=No.
      GET  /cases/{id}/reply                       mod own  bld -    adm all  rec -    aud -    new pwd  out in   template=hidden-comment
      POST /cases/{id}/reply                       mod own  bld -    adm all  rec -    aud -    new pwd  out in   template=hidden-comment
      GET  /cases/{id}/reply/words                 mod own  bld -    adm all  rec -    aud -    new pwd  out in
      POST /cases/{id}/reply/words                 mod own  bld -    adm all  rec -    aud -    new pwd  out in   text=Thank+you.
      GET  /cases/{id}/proposed-reply/{reply}      mod own  bld own  adm all  rec own  aud own  new pwd  out in
      POST /cases/{id}/proposed-reply/{reply}      mod -    bld -    adm all  rec -    aud -    new pwd  out in   answer=refuse
      POST /cases/{id}/blocks                      mod own  bld -    adm all  rec -    aud -    new pwd  out in   reason=Again.&last=2026-01-01
      # Escalations and their clocks:
      GET  /cases/{id}/concern                     mod own  bld own  adm all  rec own  aud own  new pwd  out in
      POST /cases/{id}/answer                      mod own  bld own  adm all  rec -    aud -    new pwd  out in   answer=acknowledge
      POST /cases/{id}/duties/{clock}              mod own  bld own  adm all  rec -    aud -    new pwd  out in   act=done&how-called-at=now
      POST /cases/{id}/capture                     mod own  bld own  adm all  rec -    aud -    new pwd  out in   reason=Counsel+asked.
      GET  /clocks                                 mod own  bld own  adm all  rec own  aud own  new pwd  out in
      GET  /clocks/list                            mod own  bld own  adm all  rec own  aud own  new pwd  out in
      GET  /clocks/alarm                           mod own  bld own  adm all  rec own  aud own  new pwd  out in
      GET  /my-building                            mod -    bld own  adm all  rec -    aud -    new pwd  out in
      GET  /my-building/list                       mod -    bld own  adm all  rec -    aud -    new pwd  out in
      POST /my-building/{id}/words                 mod -    bld own  adm all  rec -    aud -    new pwd  out in   x=x
      POST /my-building/{id}/comment               mod -    bld own  adm all  rec -    aud -    new pwd  out in   decision=hide&version=0
      # What waits for a person, and what people objected to:
      GET  /home                                   mod yes  bld yes  adm yes  rec yes  aud yes  new pwd  out in
      POST /home/first-run                         mod -    bld -    adm yes  rec -    aud -    new pwd  out in   x=x
      GET  /menu/counts                            mod yes  bld yes  adm yes  rec yes  aud yes  new pwd  out in
      GET  /confirmations                          mod yes  bld yes  adm yes  rec yes  aud yes  new pwd  out in
      GET  /proposals                              mod own  bld own  adm all  rec own  aud own  new pwd  out in
      GET  /appeals                                mod own  bld own  adm all  rec own  aud own  new pwd  out in
      POST /appeals/{id}/decision                  mod own  bld own  adm all  rec -    aud -    new pwd  out in   ruling=uphold&reason=Rightly.&version=0
      GET  /blocks                                 mod own  bld own  adm all  rec own  aud own  new pwd  out in
      GET  /blocks/blocks.csv                      mod own  bld own  adm all  rec own  aud own  new pwd  out in
      POST /blocks/{id}/done                       mod own  bld -    adm all  rec -    aud -    new pwd  out in   how=Done.
      POST /hand-blocks/{id}                       mod yes  bld -    adm yes  rec -    aud -    new pwd  out in   reason=Spam.&last=2026-01-01
      POST /hand-blocks/{id}/notice                mod yes  bld -    adm yes  rec -    aud -    new pwd  out in   told=no&how=None.
      POST /hand-blocks/{id}/lifting               mod yes  bld -    adm yes  rec -    aud -    new pwd  out in   reason=No.
      POST /appeals/by-hand/{id}                   mod yes  bld yes  adm yes  rec -    aud -    new pwd  out in   ruling=uphold&reason=Rightly.
      POST /blocks/{id}/approval                   mod -    bld -    adm all  rec own  aud -    new pwd  out in   x=x
      POST /blocks/{id}/end                        mod own  bld -    adm all  rec -    aud -    new pwd  out in   reason=No.
      GET  /quality                                mod own  bld own  adm all  rec own  aud own  new pwd  out in
      POST /quality/{id}                           mod own  bld -    adm all  rec -    aud -    new pwd  out in   answer=right
      # Every comment that was read:
      GET  /comments                               mod own  bld own  adm all  rec own  aud own  new pwd  out in
      GET  /comments/{id}                          mod own  bld own  adm all  rec own  aud own  new pwd  out in
      GET  /comments/{id}/pictures/{key}           mod own  bld own  adm all  rec own  aud own  new pwd  out in
      POST /comments/{id}/pictures/{key}           mod own  bld own  adm all  rec own  aud own  new pwd  out in
      GET  /comments/{id}/pictures/{key}/file      mod own  bld own  adm all  rec own  aud own  new pwd  out in
      GET  /comments/{id}/pictures/{key}/frames/{second} mod own  bld own  adm all  rec own  aud own  new pwd  out in
      POST /comments/{id}/case                     mod own  bld own  adm all  rec -    aud -    new pwd  out in   wish=hide&clause=2.1&why=A+parent+called.
      GET  /comments/{id}/known-picture            mod -    bld -    adm all  rec -    aud -    new pwd  out in
      POST /comments/{id}/known-picture            mod -    bld -    adm all  rec -    aud -    new pwd  out in   name=x
      GET  /known-pictures                         mod yes  bld -    adm yes  rec -    aud -    new pwd  out in
      POST /known-pictures/{id}/removal            mod -    bld -    adm yes  rec -    aud -    new pwd  out in   reason=No.
      GET  /comments/{id}/author                   mod own  bld own  adm all  rec own  aud own  new pwd  out in
      GET  /cases/{id}/author                      mod own  bld own  adm all  rec own  aud own  new pwd  out in
      GET  /authors/{id}                           mod own  bld own  adm all  rec own  aud own  new pwd  out in
      POST /authors/{id}/purpose                   mod own  bld own  adm all  rec own  aud own  new pwd  out in   purpose=other&note=x
      GET  /authors/{id}/author.csv                mod -    bld -    adm all  rec own  aud -    new pwd  out in
      POST /authors/{id}/merges                    mod own  bld own  adm all  rec -    aud -    new pwd  out in   reason=Same.
      POST /authors/{id}/merges/{proposal}         mod -    bld -    adm all  rec -    aud -    new pwd  out in   answer=refuse
      POST /authors/{id}/merges/parting            mod own  bld own  adm all  rec -    aud -    new pwd  out in   reason=No.
      GET  /posts/{id}/then                        mod own  bld own  adm all  rec own  aud own  new pwd  out in   view=full
      GET  /posts/{id}/pictures/{key}              mod own  bld own  adm all  rec own  aud own  new pwd  out in
      POST /posts/{id}/pictures/{key}              mod own  bld own  adm all  rec own  aud own  new pwd  out in
      GET  /posts/{id}/pictures/{key}/file         mod own  bld own  adm all  rec own  aud own  new pwd  out in
      GET  /posts/{id}/pictures/{key}/removal      mod -    bld -    adm all  rec own  aud -    new pwd  out in
      POST /posts/{id}/pictures/{key}/removal      mod -    bld -    adm all  rec own  aud -    new pwd  out in   reason=Gone.
      POST /posts/{id}/pictures/{key}/removal/{proposal}  mod -    bld -    adm all  rec own  aud -    new pwd  out in   answer=approve
      GET  /posts                                  mod own  bld own  adm all  rec own  aud own  new pwd  out in
      POST /posts/{id}/acceptance                  mod own  bld own  adm all  rec -    aud -    new pwd  out in   reason=Fine.&seen=2026-01-05T12:00:00Z
      GET  /planned-posts                          mod own  bld own  adm all  rec own  aud own  new pwd  out in
      POST /planned-posts                          mod yes  bld yes  adm yes  rec -    aud -    new pwd  out in   account=practice&body=Hello&pictures=none
      GET  /planned-posts/{id}                     mod own  bld own  adm all  rec own  aud own  new pwd  out in
      POST /planned-posts/{id}                     mod own  bld own  adm all  rec -    aud -    new pwd  out in   act=ask&version=0
      POST /planned-posts/{id}/text                mod own  bld own  adm all  rec -    aud -    new pwd  out in   version=0&body=Hello&pictures=none
      GET  /media-release                          mod yes  bld yes  adm yes  rec yes  aud yes  new pwd  out in
      POST /media-release                          mod yes  bld yes  adm yes  rec yes  aud yes  new pwd  out in   name=Ana+Ruiz
      GET  /media-release/list                     mod -    bld -    adm yes  rec -    aud -    new pwd  out in
      POST /media-release/list                     mod -    bld -    adm yes  rec -    aud -    new pwd  out in   name=Ana+Ruiz
      POST /media-release/list/import              mod -    bld -    adm yes  rec -    aud -    new pwd  out in   rows=Ana+Ruiz
      POST /media-release/list/chosen              mod -    bld -    adm yes  rec -    aud -    new pwd  out in   act=renew&student={any}
      # What people reported:
      GET  /tips                                   mod own  bld own  adm all  rec own  aud own  new pwd  out in
      GET  /tips/{id}/screenshot                   mod own  bld own  adm all  rec own  aud own  new pwd  out in
      POST /tips/{id}/name                         mod -    bld -    adm all  rec -    aud -    new pwd  out in   why=Counsel+asked.
      GET  /school-links                           mod -    bld -    adm yes  rec -    aud -    new pwd  out in
      POST /school-links                           mod -    bld -    adm yes  rec -    aud -    new pwd  out in   school=maple-high&purpose=x
      GET  /school-links/{id}/poster               mod -    bld -    adm yes  rec -    aud -    new pwd  out in
      POST /school-links/{id}/revocation           mod -    bld -    adm yes  rec -    aud -    new pwd  out in   x=x
      # Records:
      GET  /cases/{id}/packages                    mod -    bld -    adm all  rec own  aud -    new pwd  out in
      POST /cases/{id}/packages                    mod -    bld -    adm all  rec own  aud -    new pwd  out in   kind=full&purpose=police&words=x
      GET  /cases/{id}/packages/list               mod -    bld -    adm all  rec own  aud -    new pwd  out in
      GET  /cases/{id}/packages/{order}/file       mod -    bld -    adm all  rec own  aud -    new pwd  out in
      GET  /evidence                               mod -    bld -    adm yes  rec yes  aud yes  new pwd  out in
      POST /evidence/ledger                        mod -    bld -    adm yes  rec yes  aud yes  new pwd  out in   x=x
      POST /evidence/files                         mod -    bld -    adm yes  rec yes  aud yes  new pwd  out in   x=x
      GET  /evidence/verifications/{order}         mod -    bld -    adm yes  rec yes  aud yes  new pwd  out in
      GET  /evidence/verifications/{order}/result  mod -    bld -    adm yes  rec yes  aud yes  new pwd  out in
      GET  /evidence/verifications/{order}/certificate.pdf mod - bld - adm yes rec yes aud yes new pwd out in
      GET  /records                                mod -    bld -    adm all  rec own  aud own  new pwd  out in
      GET  /records/schedule                       mod -    bld -    adm yes  rec yes  aud yes  new pwd  out in
      POST /records/holds                          mod -    bld -    adm yes  rec yes  aud -    new pwd  out in   covers=everything&building=maple-high&from=1999-01-01&until=1999-01-01&matter=x&reason=x
      POST /records/holds/{id}/lifting             mod -    bld -    adm all  rec own  aud -    new pwd  out in   reason=Settled.
      POST /records/holds/{id}/lifting/{proposal}  mod -    bld -    adm all  rec own  aud -    new pwd  out in   answer=refuse&note=No.
      POST /records/disposals/preview              mod -    bld -    adm yes  rec yes  aud -    new pwd  out in   rule=allowed-comments&account=practice&before=2010-01-01&approval=x&reason=x
      POST /records/disposals                      mod -    bld -    adm yes  rec yes  aud -    new pwd  out in   rule=allowed-comments&account=practice&before=2010-01-01&approval=x&reason=x
      GET  /records/disposals/{id}                 mod -    bld -    adm all  rec own  aud own  new pwd  out in
      GET  /records/disposals/{id}/progress        mod -    bld -    adm all  rec own  aud own  new pwd  out in
      POST /records/disposals/{id}                 mod -    bld -    adm all  rec own  aud -    new pwd  out in   answer=refuse&note=No.
      GET  /records/disposals/{id}/certificate.csv mod -    bld -    adm all  rec own  aud own  new pwd  out in
      GET  /records/disposals/{id}/certificate.pdf mod -    bld -    adm all  rec own  aud own  new pwd  out in
      # The district's documents:
      GET  /policy                                 mod yes  bld yes  adm yes  rec yes  aud yes  new pwd  out in
      GET  /policy/versions                        mod yes  bld yes  adm yes  rec yes  aud yes  new pwd  out in
      GET  /policy/versions/{id}                   mod yes  bld yes  adm yes  rec yes  aud yes  new pwd  out in
      GET  /policy/compare                         mod yes  bld yes  adm yes  rec yes  aud yes  new pwd  out in   from={version}&to={version}
      GET  /policy/drafts/{id}                     mod yes  bld yes  adm yes  rec yes  aud yes  new pwd  out in
      GET  /policy/drafts/{id}/text                mod yes  bld yes  adm yes  rec yes  aud yes  new pwd  out in
      GET  /policy/drafts/{id}/file                mod yes  bld yes  adm yes  rec yes  aud yes  new pwd  out in
      POST /policy/drafts                          mod -    bld -    adm yes  rec -    aud -    new pwd  out in   of=policy&name=x
      POST /policy/edit                            mod -    bld -    adm yes  rec -    aud -    new pwd  out in   clause=2.1
      POST /policy/edit/{part}                     mod -    bld -    adm yes  rec -    aud -    new pwd  out in
      POST /policy/drafts/{id}/text                mod -    bld -    adm yes  rec -    aud -    new pwd  out in   revision=9&text=x
      POST /policy/drafts/{id}                     mod -    bld -    adm yes  rec -    aud -    new pwd  out in   act=propose&revision=9
      GET  /policy/clauses/{id}/{index}            mod -    bld -    adm yes  rec -    aud -    new pwd  out in
      POST /policy/clauses/{id}/{index}            mod -    bld -    adm yes  rec -    aud -    new pwd  out in   revision=9&number=2.1
      POST /policy/clauses/{id}/{index}/remove     mod -    bld -    adm yes  rec -    aud -    new pwd  out in   revision=9
      POST /policy/clauses/{id}/words              mod -    bld -    adm yes  rec -    aud -    new pwd  out in   revision=9
      POST /policy/clauses/{id}/title              mod -    bld -    adm yes  rec -    aud -    new pwd  out in   revision=9
      GET  /policy/threshold                       mod -    bld -    adm yes  rec -    aud -    new pwd  out in   category=threat&at-least=0.3
      POST /policy/words/{id}                      mod -    bld -    adm yes  rec -    aud -    new pwd  out in   sentence=x
      GET  /policy/forms/{id}/{part}/{item}        mod -    bld -    adm yes  rec -    aud -    new pwd  out in
      POST /policy/forms/{id}/{part}/{item}        mod -    bld -    adm yes  rec -    aud -    new pwd  out in   revision=9
      POST /policy/forms/{id}/{part}/{item}/remove mod -    bld -    adm yes  rec -    aud -    new pwd  out in   revision=9
      GET  /policy/trials/{id}/shadow              mod own  bld own  adm all  rec own  aud own  new pwd  out in
      POST /policy/trials/{id}/shadow              mod -    bld -    adm yes  rec -    aud -    new pwd  out in   act=stop
      GET  /policy/trials/{id}/backtest            mod own  bld own  adm all  rec own  aud own  new pwd  out in
      GET  /policy/trials/{id}/backtest/progress   mod yes  bld yes  adm yes  rec yes  aud yes  new pwd  out in
      POST /policy/trials/{id}/backtest            mod -    bld -    adm yes  rec -    aud -    new pwd  out in   act=cancel
      # The guidelines for staff:
      GET  /guidance                               mod yes  bld yes  adm yes  rec yes  aud yes  new pwd  out in
      GET  /guidance/versions/{version}            mod yes  bld yes  adm yes  rec yes  aud yes  new pwd  out in
      POST /guidance/attestation                   mod yes  bld yes  adm yes  rec yes  aud yes  new pwd  out in   version=0
      GET  /guidance/edit                          mod -    bld -    adm yes  rec -    aud -    new pwd  out in
      POST /guidance/edit                          mod -    bld -    adm yes  rec -    aud -    new pwd  out in   english=x&spanish=x
      GET  /guidance/staff                         mod -    bld own  adm all  rec -    aud -    new pwd  out in
      GET  /guidance/staff/staff.csv               mod -    bld own  adm all  rec -    aud -    new pwd  out in
      POST /guidance/staff                         mod -    bld -    adm yes  rec -    aud -    new pwd  out in   people=x
      POST /guidance/staff/{id}/removal            mod -    bld -    adm yes  rec -    aud -    new pwd  out in   x=x
      POST /guidance/staff/round                   mod -    bld -    adm yes  rec -    aud -    new pwd  out in   due=x
      # The register of accounts:
      GET  /register                               mod own  bld own  adm all  rec own  aud own  new pwd  out in
      GET  /register/register.csv                  mod own  bld own  adm all  rec own  aud own  new pwd  out in
      GET  /register/request                       mod yes  bld yes  adm yes  rec yes  aud yes  new pwd  out in
      POST /register/request                       mod yes  bld yes  adm yes  rec yes  aud yes  new pwd  out in   name=x
      GET  /register/report                        mod yes  bld yes  adm yes  rec yes  aud yes  new pwd  out in
      POST /register/report                        mod yes  bld yes  adm yes  rec yes  aud yes  new pwd  out in   name=x
      GET  /register/{id}                          mod own  bld own  adm all  rec own  aud own  new pwd  out in
      POST /register/{id}/decision                 mod -    bld own  adm all  rec -    aud -    new pwd  out in   act=refuse&reason=No.
      POST /register/{id}/details                  mod own  bld own  adm all  rec -    aud -    new pwd  out in   purpose=x
      POST /register/{id}/records                  mod own  bld own  adm all  rec -    aud -    new pwd  out in   demand=logo&found=good&seen=x&day=2026-01-01
      POST /register/{id}/holders                  mod own  bld own  adm all  rec -    aud -    new pwd  out in   person=x&day=2026-01-01
      POST /register/{id}/holders/{holder}         mod own  bld own  adm all  rec -    aud -    new pwd  out in   act=left&day=2026-01-01
      # Figures, and the running of it:
      GET  /precision                              mod yes  bld yes  adm yes  rec yes  aud yes  new pwd  out in
      GET  /reports                                mod yes  bld yes  adm yes  rec yes  aud yes  new pwd  out in
      GET  /reports/report.csv                     mod yes  bld yes  adm yes  rec yes  aud yes  new pwd  out in
      GET  /reports/report.pdf                     mod yes  bld yes  adm yes  rec yes  aud yes  new pwd  out in
      GET  /accounts                               mod yes  bld yes  adm yes  rec yes  aud yes  new pwd  out in
      GET  /accounts/{id}/new                      mod yes  bld yes  adm yes  rec yes  aud yes  new pwd  out in
      GET  /accounts/{id}/figures                  mod yes  bld yes  adm yes  rec yes  aud yes  new pwd  out in
      GET  /accounts/{id}/answer                   mod yes  bld yes  adm yes  rec yes  aud yes  new pwd  out in
      POST /accounts/{id}                          mod -    bld -    adm yes  rec -    aud -    new pwd  out in   act=CHECK&command={any}
      GET  /connections                            mod -    bld -    adm yes  rec -    aud -    new pwd  out in
      GET  /connections/new/{platform}             mod -    bld -    adm yes  rec -    aud -    new pwd  out in
      POST /connections/new/{platform}             mod -    bld -    adm yes  rec -    aud -    new pwd  out in    name=x
      POST /connections/renewal                    mod -    bld -    adm yes  rec -    aud -    new pwd  out in    account=practice
      GET  /connections/sheet                      mod -    bld -    adm yes  rec -    aud -    new pwd  out in
      POST /connections/sheet                      mod -    bld -    adm yes  rec -    aud -    new pwd  out in    rows=x
      GET  /connections/{id}                       mod -    bld -    adm yes  rec -    aud -    new pwd  out in
      GET  /connections/{id}/answer                mod -    bld -    adm yes  rec -    aud -    new pwd  out in
      POST /connections/{id}/credential            mod -    bld -    adm yes  rec -    aud -    new pwd  out in    secret=x
      POST /connections/{id}/platform              mod -    bld -    adm yes  rec -    aud -    new pwd  out in    x=x
      POST /connections/{id}/platform/choice       mod -    bld -    adm yes  rec -    aud -    new pwd  out in    chosen=x
      POST /connections/{id}/invitation            mod -    bld -    adm yes  rec -    aud -    new pwd  out in    name=x&email=x
      POST /connections/{id}/invitation/revocation mod -    bld -    adm yes  rec -    aud -    new pwd  out in    x=x
      POST /connections/{id}/filing                mod -    bld -    adm yes  rec -    aud -    new pwd  out in    x=x
      POST /connections/{id}/end                   mod -    bld -    adm yes  rec -    aud -    new pwd  out in    x=x
      GET  /disconnections/{account}               mod -    bld -    adm yes  rec -    aud -    new pwd  out in
      POST /disconnections/{account}               mod -    bld -    adm yes  rec -    aud -    new pwd  out in    typed=x
      GET  /search                                 mod -    bld -    adm all  rec own  aud own  new pwd  out in   q=Said
      GET  /search/exports                         mod -    bld -    adm yes  rec yes  aud -    new pwd  out in   q=Said
      POST /search/exports                         mod -    bld -    adm yes  rec yes  aud -    new pwd  out in   purpose=police
      GET  /search/exports/list                    mod -    bld -    adm yes  rec yes  aud -    new pwd  out in
      GET  /search/exports/{id}/file               mod -    bld -    adm 404  rec 404  aud -    new pwd  out in
      POST /search/exports/{id}/remove             mod -    bld -    adm 404  rec 404  aud -    new pwd  out in   x=x
      POST /search/saved                           mod -    bld -    adm yes  rec yes  aud yes  new pwd  out in   name=Mine
      POST /search/saved/delete                    mod -    bld -    adm yes  rec yes  aud yes  new pwd  out in   name=Mine
      GET  /requests                               mod -    bld -    adm yes  rec yes  aud yes  new pwd  out in
      POST /requests                               mod -    bld -    adm yes  rec yes  aud -    new pwd  out in   form={any}&words=
      GET  /requests/new                           mod -    bld -    adm yes  rec yes  aud -    new pwd  out in
      GET  /requests/{id}                          mod -    bld -    adm yes  rec yes  aud yes  new pwd  out in
      POST /requests/{id}/state                    mod -    bld -    adm yes  rec yes  aud -    new pwd  out in   version=9&state=in-review
      POST /requests/{id}/worker                   mod -    bld -    adm yes  rec yes  aud -    new pwd  out in   version=9&worker=records
      POST /requests/{id}/note                     mod -    bld -    adm yes  rec yes  aud -    new pwd  out in   note=Asked.
      POST /requests/{id}/extension                mod -    bld -    adm yes  rec yes  aud -    new pwd  out in   version=9&reason=examination
      POST /requests/{id}/agreement                mod -    bld -    adm yes  rec yes  aud -    new pwd  out in   version=9&until=2026-12-24&note=So.
      POST /requests/searches                      mod -    bld -    adm yes  rec yes  aud -    new pwd  out in   request=00000000-0000-0000-0000-000000000008
      POST /requests/{id}/searches/{search}        mod -    bld -    adm yes  rec yes  aud -    new pwd  out in   x=x
      GET  /requests/{id}/scope                    mod -    bld -    adm yes  rec yes  aud -    new pwd  out in
      GET  /requests/{id}/items                    mod -    bld -    adm yes  rec yes  aud -    new pwd  out in
      GET  /requests/{id}/items/{item}             mod -    bld -    adm own  rec own  aud -    new pwd  out in
      POST /requests/{id}/items/{item}             mod -    bld -    adm yes  rec yes  aud -    new pwd  out in   version=9&outcome=release
      GET  /requests/{id}/list                     mod -    bld -    adm yes  rec yes  aud -    new pwd  out in
      POST /requests/{id}/list                     mod -    bld -    adm yes  rec yes  aud -    new pwd  out in   last=1&outcome=release&seen=1:9:&item=1
      GET  /requests/{id}/items/{item}/preview     mod -    bld -    adm yes  rec yes  aud -    new pwd  out in
      GET  /requests/{id}/items/{item}/pictures/{key} mod - bld - adm yes rec yes aud - new pwd out in
      POST /requests/{id}/items/{item}/pictures/{key} mod - bld - adm yes rec yes aud - new pwd out in
      GET  /requests/{id}/items/{item}/pictures/{key}/file mod - bld - adm yes rec yes aud - new pwd out in
      GET  /requests/{id}/items/{item}/pictures/{key}/frames/{second} mod - bld - adm yes rec yes aud - new pwd out in
      GET  /requests/{id}/items/{item}/pictures/{key}/released mod - bld - adm yes rec yes aud - new pwd out in
      POST /requests/{id}/items/{item}/covers      mod -    bld -    adm yes  rec yes  aud -    new pwd  out in   version=9&picture=x
      POST /requests/{id}/items/{item}/redactions  mod -    bld -    adm yes  rec yes  aud -    new pwd  out in   version=9&first=1&last=1&ground=ferpa
      POST /requests/{id}/items/{item}/redactions/proposals mod - bld - adm yes rec yes aud - new pwd out in version=9&answer=redact-all
      POST /requests/{id}/items/{item}/redactions/removals mod - bld - adm yes rec yes aud - new pwd out in version=9&redaction=1
      GET  /requests/{id}/exemptions               mod -    bld -    adm yes  rec yes  aud -    new pwd  out in
      GET  /requests/{id}/exemptions.csv           mod -    bld -    adm yes  rec yes  aud -    new pwd  out in
      POST /requests/{id}/answer                   mod -    bld -    adm yes  rec yes  aud -    new pwd  out in   form={any}&version=9&note=So.
      POST /requests/{id}/answer/{proposal}        mod -    bld -    adm yes  rec yes  aud -    new pwd  out in   answer=withdraw&note=So.
      GET  /requests/{id}/answer                   mod -    bld -    adm yes  rec yes  aud -    new pwd  out in
      GET  /requests/{id}/answer/progress          mod -    bld -    adm yes  rec yes  aud -    new pwd  out in
      POST /requests/{id}/answer/letter            mod -    bld -    adm yes  rec yes  aud -    new pwd  out in   version=9&words=So.
      POST /requests/{id}/answer/letter/reset      mod -    bld -    adm yes  rec yes  aud -    new pwd  out in   x=x
      GET  /requests/{id}/answer/letter.pdf        mod -    bld -    adm yes  rec yes  aud -    new pwd  out in
      POST /requests/{id}/answer/package           mod -    bld -    adm yes  rec yes  aud -    new pwd  out in   x=x
      POST /requests/{id}/answer/passes            mod -    bld -    adm yes  rec yes  aud -    new pwd  out in   item=1&place=letter&note=So.
      GET  /requests/{id}/answer/{answer}/file     mod -    bld -    adm yes  rec yes  aud -    new pwd  out in
      POST /requests/{id}/answer/links             mod -    bld -    adm yes  rec yes  aud -    new pwd  out in   version=9&answer=00000000-0000-0000-0000-000000000008
      POST /requests/{id}/answer/links/{link}/end  mod -    bld -    adm yes  rec yes  aud -    new pwd  out in   x=x
      POST /requests/{id}/earlier                  mod -    bld -    adm yes  rec yes  aud -    new pwd  out in   x=x
      POST /requests/{id}/earlier/{item}           mod -    bld -    adm yes  rec yes  aud -    new pwd  out in   version=9&from=1
      GET  /audit                                  mod -    bld -    adm all  rec own  aud own  new pwd  out in
      GET  /audit/audit.csv                        mod -    bld -    adm all  rec own  aud own  new pwd  out in
      GET  /dead-letters                           mod -    bld -    adm yes  rec -    aud -    new pwd  out in
      GET  /dead-letters/{id}                      mod -    bld -    adm yes  rec -    aud -    new pwd  out in
      POST /dead-letters/{id}                      mod -    bld -    adm yes  rec -    aud -    new pwd  out in   act=discard&reason=old
      GET  /troubles                               mod yes  bld yes  adm yes  rec yes  aud yes  new pwd  out in
      POST /troubles/planned-stop                  mod -    bld -    adm yes  rec -    aud -    new pwd  out in   minutes=0
      GET  /people                                 mod -    bld -    adm yes  rec -    aud -    new pwd  out in
      GET  /style                                  mod -    bld -    adm yes  rec -    aud -    new pwd  out in
      POST /people                                 mod -    bld -    adm yes  rec -    aud -    new pwd  out in   userName=x1&displayName=X&role=auditor
      GET  /people/new                             mod -    bld -    adm yes  rec -    aud -    new pwd  out in
      POST /people/preview                         mod -    bld -    adm yes  rec -    aud -    new pwd  out in   role=auditor
      POST /people/told                            mod -    bld -    adm yes  rec -    aud -    new pwd  out in   told=okafor
      GET  /people/{name}                          mod -    bld -    adm yes  rec -    aud -    new pwd  out in
      POST /people/{name}/approval/{proposal}      mod -    bld -    adm yes  rec -    aud -    new pwd  out in   answer=refuse&note=No.
      POST /people/{name}                          mod -    bld -    adm yes  rec -    aud -    new pwd  out in   act=role&role=moderator
      GET  /people/{name}/sign-in                  mod -    bld -    adm yes  rec -    aud -    new pwd  out in
      POST /people/{name}/sign-in/email            mod -    bld -    adm yes  rec -    aud -    new pwd  out in   email=l@example.org
      POST /people/{name}/sign-in/sessions         mod -    bld -    adm yes  rec -    aud -    new pwd  out in   x=x
      POST /people/{name}/sign-in/second-factor    mod -    bld -    adm yes  rec -    aud -    new pwd  out in   x=x
      """;

  /** Paths where an id identifies something of one building. */
  private static final List<String> IN_A_BUILDING =
      List.of(
          "/cases/{id}",
          "/my-building/{id}",
          "/bulk/{id}",
          "/appeals/{id}",
          "/blocks/{id}",
          "/quality/{id}",
          "/comments/{id}",
          "/authors/{id}",
          "/posts/{id}",
          "/planned-posts/{id}",
          "/tips/{id}",
          "/records/holds/{id}",
          "/records/disposals/{id}",
          "/register/{id}");

  private Matrix() {}

  /** One line of the table. */
  record Line(String method, String path, List<String> cells, String fields) {
    private static Line read(String text) {
      String[] parts = text.strip().split(" +");
      List<String> cells = new ArrayList<>();
      for (int i = 0; i < COLUMNS.size(); i++) {
        cells.add(parts[3 + 2 * i]);
      }
      int end = 2 + 2 * COLUMNS.size();
      return new Line(parts[0], parts[1], cells, parts.length > end ? parts[end] : "");
    }

    boolean isGet() {
      return method.equals("GET");
    }

    boolean isInABuilding() {
      return IN_A_BUILDING.stream().anyMatch(path::startsWith);
    }

    String cell(String who) {
      if (who.equals(ACCOUNTS)) {
        return ONLY_MODERATORS.contains(toString()) ? "-" : cell("moderator");
      }
      return cells.get(COLUMNS.indexOf(who));
    }

    /** Returns whether this role's request is answered, and not refused or redirected. */
    boolean opens(String who) {
      return List.of("own", "all", "yes").contains(cell(who));
    }

    private boolean matches(String asked) {
      return asked.matches(path.replaceAll("\\{[a-z]+}", "[^/]+"));
    }

    private int variables() {
      return path.split("\\{", -1).length - 1;
    }

    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  static List<Line> lines() {
    return TABLE.lines().filter(line -> !line.startsWith("#")).map(Line::read).toList();
  }

  /**
   * Finds the line of an address.
   *
   * @param address may have a query or a fragment
   */
  static Optional<Line> line(String method, String address) {
    String path = address.replaceAll("[?#].*", "");
    return lines().stream()
        .filter(line -> line.method().equals(method) && line.matches(path))
        .min(Comparator.comparing(Line::variables));
  }

  static Map<String, List<String>> form(String text) {
    return pairs(text)
        .collect(
            groupingBy(
                pair -> pair[0], mapping(pair -> URLDecoder.decode(pair[1], UTF_8), toList())));
  }

  static String query(String text) {
    return pairs(text)
        .map(pair -> pair[0] + "=" + URLEncoder.encode(pair[1], UTF_8))
        .collect(Collectors.joining("&"));
  }

  private static Stream<String[]> pairs(String text) {
    return Arrays.stream(text.split("&")).filter(p -> !p.isEmpty()).map(p -> p.split("=", 2));
  }
}
