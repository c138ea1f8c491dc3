package dev.analystcopilot.embeddings.text;

import dev.analystcopilot.embeddings.onnx.ModelFile;

/// A model of BAAI's bge family, as LangChain4j's jars carry them: weights and tokenizer at the root of the class path.
///
/// @param model       its name with its version
/// @param dimension   of its vectors
/// @param tokenizer   the resource with the tokenizer's `tokenizer.json`
/// @param weights     the ONNX file
/// @param instruction what BAAI's model card puts before a question that is to find passages; passages get none
public record BgeVariant(String model, int dimension, String tokenizer, ModelFile weights, String instruction) {
    public static final BgeVariant ENGLISH = new BgeVariant(
            "bge-small-en-v1.5",
            384,
            "bge-small-en-v1.5-tokenizer.json",
            new ModelFile(
                    "bge-small-en-v1.5.onnx",
                    133_093_490,
                    "828e1496d7fabb79cfa4dcd84fa38625c0d3d21da474a00f08db0f559940cf35"),
            "Represent this sentence for searching relevant passages: ");

    public static final BgeVariant CHINESE = new BgeVariant(
            "bge-small-zh-v1.5",
            512,
            "bge-small-zh-v1.5-tokenizer.json",
            new ModelFile(
                    "bge-small-zh-v1.5.onnx",
                    94_851_877,
                    "69a0b846f4f116b5e6aabf9546ea6754d02264f3211a13a1bd69b31b8040749a"),
            "为这个句子生成表示以用于检索相关文章：");
}
