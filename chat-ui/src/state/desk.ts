import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answerGap, dismissGap, gaps, type GapAnswer } from '../api/gaps';
import { report, reports, sendReport, setReportState, type ReportState } from '../api/reports';

const POLL_MS = 30_000;

/** Sends a report; `sent` is the part of it that has left. */
export function useSendReport() {
  const client = useQueryClient();
  const [sent, setSent] = useState(0);
  const submit = useMutation({
    mutationFn: ({ text, file }: { text: string; file: File | null }) => sendReport(text, file, setSent),
    onMutate: () => setSent(0),
    onSuccess: () => client.invalidateQueries({ queryKey: ['reports'] }),
  });
  return { submit, sent };
}

export function useReports(all: boolean, language: string) {
  return useQuery({ queryKey: ['reports', all, language], queryFn: ({ signal }) => reports(all, language, signal), refetchInterval: POLL_MS });
}

export function useReport(receipt: string, language: string) {
  return useQuery({ queryKey: ['reports', receipt, language], queryFn: ({ signal }) => report(receipt, language, signal) });
}

export function useSetReportState() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ receipt, status, message }: { receipt: string; status: ReportState; message: string }) => setReportState(receipt, status, message),
    onSuccess: () => client.invalidateQueries({ queryKey: ['reports'] }),
  });
}

export function useGaps() {
  return useQuery({ queryKey: ['gaps'], queryFn: ({ signal }) => gaps(signal), refetchInterval: POLL_MS });
}

export function useAnswerGap() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, answer }: { id: string; answer: GapAnswer }) => answerGap(id, answer),
    onSuccess: () => Promise.all(['gaps', 'imports'].map((key) => client.invalidateQueries({ queryKey: [key] }))),
  });
}

export function useDismissGap() {
  const client = useQueryClient();
  return useMutation({ mutationFn: dismissGap, onSettled: () => client.invalidateQueries({ queryKey: ['gaps'] }) });
}
