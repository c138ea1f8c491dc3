import { address, Problem, problemFrom } from './http';

/** Hands a file over with some fields. */
export function upload<T>(
  path: string,
  file: File,
  fields: Readonly<Record<string, string>>,
  onProgress: (part: number) => void,
): Promise<T> {
  return uploadForm(path, fields, file, onProgress);
}

/** Sends a form, with a file or without. XMLHttpRequest, because fetch tells nothing about an upload's progress. */
export function uploadForm<T>(
  path: string,
  fields: Readonly<Record<string, string>>,
  file: File | null,
  onProgress: (part: number) => void,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', address(path));
    request.setRequestHeader('X-Copilot', '1');
    request.setRequestHeader('Accept', 'application/json');
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total);
    };
    request.onerror = () => reject(new Problem(0, 'unreachable', ''));
    request.onload = () => {
      if (request.status < 200 || request.status > 299) {
        reject(problemFrom(request.status, request.responseText));
        return;
      }
      resolve(JSON.parse(request.responseText) as T);
    };
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) {
      if (value !== '') form.append(name, value);
    }
    if (file !== null) form.append('file', file);
    request.send(form);
  });
}
