package dev.analystcopilot.api.guard;

import static java.util.Objects.requireNonNull;

import dev.analystcopilot.api.llm.LlmConversation;
import dev.analystcopilot.api.llm.Veil;
import dev.analystcopilot.api.llm.VeilFactory;
import java.util.Set;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;

/// Makes each answer's veil by the rules for its provider, with a key of its tenant.
public final class Veils implements VeilFactory {
    private final Redaction redaction;
    private final HmacUtils keys;

    /// @param key the installation's; tenants' keys are derived from it
    public Veils(Redaction redaction, byte[] key) {
        this.redaction = requireNonNull(redaction, "redaction");
        this.keys = new HmacUtils(
                HmacAlgorithms.HMAC_SHA_256, requireNonNull(key, "key").clone());
    }

    @Override
    public Veil forAnswer(String provider, LlmConversation conversation) {
        Set<Hidden> kinds = redaction.of(provider);
        var veil = new PseudonymVeil(
                kinds, redaction.kept(), keys.hmac("tenant:" + conversation.tenant()), redaction.ownDomains());
        conversation.turns().forEach(turn -> veil.learn(turn.text()));
        return veil;
    }
}
