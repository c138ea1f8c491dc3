package dev.analystcopilot.api.llm;

/// Gives each answer its veil, as this installation has it configured for a provider. Registered as a bean, it is used;
/// without one nothing is hidden.
@FunctionalInterface
public interface VeilFactory {
    VeilFactory NONE = (provider, conversation) -> Veil.NONE;

    /// @param provider the provider's name as configured: `primary` or `secondary`
    /// @param conversation whose tenant's rules hold, and whose words are going to be hidden
    Veil forAnswer(String provider, LlmConversation conversation);
}
