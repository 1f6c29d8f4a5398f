/**
 * A WhatsApp Cloud API on the loopback address, usable inside a test or a first program, without an account at Meta.
 * Callers are tests, examples and the command line tool; no library depends on it, and it depends on none of them.
 *
 * <p>A {@link io.waxseal.simulator.Simulator} plays both corridors. It answers {@code POST
 * /vNN.N/{phone_number_id}/messages}, {@code marketing_messages} and requests for {@linkplain
 * io.waxseal.simulator.SimulatedMedia files} with Meta's checks, codes and shapes and keeps what it accepted; and it makes and
 * delivers the webhooks that would follow (a customer's message, a delivery status, a marketing preference), with the
 * signature Meta would put on them.
 *
 * <pre>{@code
 * try (Simulator meta = Simulator.builder()
 *     .accessToken("a-token")
 *     .appSecret("a-secret")
 *     .callback(URI.create("http://localhost:8080/webhook"))
 *     .start()) {
 *   // point the client under test at meta.endpoint(), send, then:
 *   AcceptedMessage sent = meta.accepted().get(0);
 *   meta.deliver(meta.status(sent.id(), "delivered"));
 *   meta.deliver(meta.customerWrites("16505551234", "Pablo", "Thanks!"));
 * }
 * }</pre>
 *
 * <p><b>What can be scripted.</b> What goes wrong with messages: a {@link io.waxseal.simulator.Failure}, for the next
 * or for all, given to a {@link io.waxseal.simulator.Script} of a customer, a template, a {@link
 * io.waxseal.simulator.SimulatedNumber business number} or to the simulator itself. How many messages are taken: {@link
 * io.waxseal.simulator.Limits}. What happens to webhooks on the way: {@link io.waxseal.simulator.Packing}, {@link
 * io.waxseal.simulator.Turbulence}, redelivery. Who is there: several apps with several numbers, secrets that rotate,
 * subscriptions by handshake: {@link io.waxseal.simulator.AppSettings}, {@link io.waxseal.simulator.SimulatedApp}. What
 * customers do: a {@link io.waxseal.simulator.SimulatedPerson} writes, taps and edits {@link
 * io.waxseal.simulator.Content}, {@linkplain io.waxseal.simulator.SimulatedCall calls}, hides the number or {@linkplain
 * io.waxseal.simulator.NumberChange changes} it; {@link io.waxseal.simulator.BusinessAgent} and {@link
 * io.waxseal.simulator.BusinessApp} are the other two who write for the business; a {@link
 * io.waxseal.simulator.SimulatedTemplate} has a category. What
 * took place is told by {@link io.waxseal.simulator.RequestLog} and {@link io.waxseal.simulator.Delivery}.
 *
 * <p><b>What is checked, in this order.</b> The bearer token; the {@code appsecret_proof}; the path with its version,
 * phone number id and method, and that the number belongs to the token's app; the content type; well-formed JSON
 * without duplicate names; {@code messaging_product}, {@code recipient_type}, {@code to} or {@code recipient}, {@code
 * biz_opaque_callback_data}; then the content of the message, whatever its type; then the limits; then the scripts. An
 * unknown type is refused. A read receipt is answered with {@code {"success":true}} and kept. A business-scoped user id in {@code to} is accepted as
 * Meta does, and the message reaches nobody: it has no statuses.
 *
 * <p><b>Where it differs from Meta, on purpose.</b> There is no customer service window and no list of approved
 * templates: any well-formed name in any well-formed language exists, and its parameters are not counted. Errors of
 * that kind are scripted. What a link to media leads to is not fetched. Limits are off unless set. The category of a template is known only when it was said. A token in the URL is not
 * accepted at all. A path without a version is refused, where Meta serves its oldest version. Nothing follows by
 * itself: a status or a reply exists when the caller makes it, and is delivered again only when asked for and when the
 * clock is moved on, so a test decides order, repetition and absence.
 *
 * <p><b>Threat.</b> It listens on the loopback address only, but it is a tool for tests: it keeps every accepted body
 * in memory as received, without limit, until it is closed or reset. Real tokens, secrets and customers have no place in it.
 * Nothing it throws or prints as {@code toString} holds a number, a text, a message id or a secret.
 */
@org.jspecify.annotations.NullMarked
package io.waxseal.simulator;
